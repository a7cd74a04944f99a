/** Calendar files that others made, read with ical4j. */
package io.dendrite.scheduling.calendar.ical4j;

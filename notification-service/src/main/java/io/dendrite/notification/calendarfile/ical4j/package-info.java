/** Calendar files written by ical4j. */
@NullMarked
package io.dendrite.notification.calendarfile.ical4j;

import org.jspecify.annotations.NullMarked;

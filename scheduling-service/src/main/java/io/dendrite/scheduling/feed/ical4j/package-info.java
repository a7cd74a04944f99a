/** Feeds written with ical4j. */
package io.dendrite.scheduling.feed.ical4j;

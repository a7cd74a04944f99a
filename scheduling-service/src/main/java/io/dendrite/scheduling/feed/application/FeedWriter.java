package io.dendrite.scheduling.feed.application;

import java.time.Instant;
import java.util.List;

/** Writes the calendar of a resource (RFC 5545). */
public interface FeedWriter {

    /** The calendar; it says when, and neither for whom nor for what. */
    String write(List<BusyTimes.Busy> times, Instant now);
}

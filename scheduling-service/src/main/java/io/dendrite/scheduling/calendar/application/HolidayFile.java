package io.dendrite.scheduling.calendar.application;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Reads calendars of holidays (RFC 5545), as calendar programs export them. */
public interface HolidayFile {

    /**
     * One time at which a site is closed.
     *
     * @param uid the event's, the same for all times of a repeated one
     * @param summary what the file calls it
     * @param start its first instant
     * @param end its end, exclusive
     */
    record Holiday(String uid, String summary, Instant start, Instant end) {}

    /** An event that cannot be understood. */
    record Unreadable(String uid, String message) {}

    /**
     * What a file says.
     *
     * @param uids of all events that could be read, those without a time in the range and those called off included
     */
    record Reading(List<Holiday> holidays, List<String> uids, List<Unreadable> unreadable) {}

    /**
     * Reads the times that touch a range. A day is that of the site, and so is a time without a zone.
     *
     * @throws io.dendrite.scheduling.problem.ProblemException 400 when it is no calendar
     */
    Reading read(byte[] file, ZoneId zone, Instant from, Instant to);
}

package io.dendrite.scheduling.course.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A start at which a session could be had.
 *
 * @param start when
 * @param end when the patient leaves
 * @param date the day of the site's calendar
 * @param time the start on the site's wall clock
 */
public record PossibleStart(Instant start, Instant end, LocalDate date, LocalTime time) {

    /** A start on the clock of a site. */
    public static PossibleStart of(Instant start, Instant end, ZoneId zone) {
        ZonedDateTime local = start.atZone(zone);
        return new PossibleStart(start, end, local.toLocalDate(), local.toLocalTime());
    }
}

package io.dendrite.scheduling.waitlist.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When somebody can come, on the wall clock of the site.
 *
 * @param from the first date
 * @param to the last date
 * @param weekdays on which days; empty for any
 * @param notBefore the earliest time of day at which the visit starts
 * @param before the time of day before which it starts; 00:00 is the end of the day
 */
public record WantedTimes(
        LocalDate from, LocalDate to, Set<DayOfWeek> weekdays, LocalTime notBefore, LocalTime before) {

    public WantedTimes {
        weekdays = Set.copyOf(weekdays);
        if (to.isBefore(from) || !(before.equals(LocalTime.MIDNIGHT) || notBefore.isBefore(before))) {
            throw new IllegalArgumentException("the times are in no order");
        }
    }

    /** Whether a visit that starts then could be attended. */
    public boolean include(Instant start, ZoneId zone) {
        ZonedDateTime local = start.atZone(zone);
        LocalDate date = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        return includeDay(date)
                && !time.isBefore(notBefore)
                && (before.equals(LocalTime.MIDNIGHT) || time.isBefore(before));
    }

    /** Whether the patient could come on that date. */
    public boolean includeDay(LocalDate date) {
        return !date.isBefore(from)
                && !date.isAfter(to)
                && (weekdays.isEmpty() || weekdays.contains(date.getDayOfWeek()));
    }

    /** Whether the last date is over. */
    public boolean over(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().isAfter(to);
    }
}

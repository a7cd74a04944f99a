package io.dendrite.scheduling.calendar.model;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Which starts of visits are wanted, on the site's wall clock.
 *
 * @param weekdays on which days; empty for any
 * @param from the earliest time of day
 * @param to the time of day before which the visit starts; 00:00 is the end of the day
 */
public record StartFilter(Set<DayOfWeek> weekdays, LocalTime from, LocalTime to) {

    /** Any start is wanted. */
    public static final StartFilter ANY = new StartFilter(Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public StartFilter {
        weekdays = Set.copyOf(weekdays);
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("the times of day are in no order");
        }
    }

    /** Whether a start is wanted. */
    public boolean wants(long start, ZoneId zone) {
        if (equals(ANY)) {
            return true;
        }
        ZonedDateTime local = TimeGrid.startOf(start).atZone(zone);
        LocalTime time = local.toLocalTime();
        return (weekdays.isEmpty() || weekdays.contains(local.getDayOfWeek()))
                && !time.isBefore(from)
                && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
}

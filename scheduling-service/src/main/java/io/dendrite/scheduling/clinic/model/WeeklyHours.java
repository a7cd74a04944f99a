package io.dendrite.scheduling.clinic.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Hours that repeat each week on a wall clock. A day without an entry is closed.
 *
 * @param byDay the hours of each day, in order and not overlapping (see {@link WeeklyHoursRules})
 */
public record WeeklyHours(Map<DayOfWeek, List<Hours>> byDay) {

    /** Never open. */
    public static final WeeklyHours NONE = new WeeklyHours(Map.of());

    public WeeklyHours {
        EnumMap<DayOfWeek, List<Hours>> copy = new EnumMap<>(DayOfWeek.class);
        byDay.forEach((day, hours) -> {
            if (!hours.isEmpty()) {
                copy.put(day, List.copyOf(hours));
            }
        });
        byDay = Collections.unmodifiableMap(copy);
    }

    /**
     * The openings of one date, in order, correct on days of 23 or 25 hours.
     *
     * <p>A time that the clocks skip means the instant at which they skip: a clinic that opens at 02:30 opens when the
     * clocks jump from 02:00 to 03:00, and hours inside the gap vanish. A time that happens twice means the first for
     * an opening and the second for a closing, so that "00:00 to 01:30" lasts until the clocks show 01:30 for the last
     * time. Where that makes two openings overlap, they become one.
     */
    public List<Opening> openings(LocalDate date, ZoneId zone) {
        List<Opening> openings = new ArrayList<>();
        for (Hours hours : byDay.getOrDefault(date.getDayOfWeek(), List.of())) {
            LocalDateTime end =
                    hours.untilEndOfDay() ? date.plusDays(1).atTime(LocalTime.MIDNIGHT) : date.atTime(hours.to());
            Instant from = instant(date.atTime(hours.from()), zone, true);
            Instant to = instant(end, zone, hours.untilEndOfDay());
            Opening last = openings.isEmpty() ? null : openings.get(openings.size() - 1);
            if (last != null && from.isBefore(last.to())) {
                openings.set(openings.size() - 1, new Opening(last.from(), to.isAfter(last.to()) ? to : last.to()));
            } else if (from.isBefore(to)) {
                openings.add(new Opening(from, to));
            }
        }
        return List.copyOf(openings);
    }

    private static Instant instant(LocalDateTime wallClock, ZoneId zone, boolean first) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wallClock);
        if (change == null) {
            return wallClock.atZone(zone).toInstant();
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        return wallClock.toInstant(first ? change.getOffsetBefore() : change.getOffsetAfter());
    }
}

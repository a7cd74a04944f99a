package io.dendrite.localstack.demo;

import io.dendrite.localstack.client.Slot;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/** Picks starts out of those that are free, so that no two of them are on the same day. */
final class Schedule {

    private final List<Slot> free;

    /** {@code free} in the order of time. */
    Schedule(List<Slot> free) {
        this.free = free;
    }

    /** The first free start. */
    Slot first() {
        return free.stream().findFirst().orElseThrow(() -> new IllegalStateException("no start is free"));
    }

    /** The first free start on a later day. */
    Slot onDayAfter(LocalDate day) {
        return free.stream()
                .filter(slot -> slot.day().isAfter(day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no start is free after " + day));
    }

    /**
     * A course after the given day: at most so many visits a week, with so many days between them.
     *
     * @throws IllegalStateException if it does not fit into what is free
     */
    List<OffsetDateTime> course(LocalDate after, int sessions, int minDaysBetween, int maxPerWeek) {
        List<Slot> chosen = new ArrayList<>();
        for (Slot slot : free) {
            boolean early = chosen.isEmpty()
                    ? !slot.day().isAfter(after)
                    : daysBetween(chosen.get(chosen.size() - 1), slot) < minDaysBetween;
            if (early || chosen.stream().filter(one -> sameWeek(one, slot)).count() >= maxPerWeek) {
                continue;
            }
            chosen.add(slot);
            if (chosen.size() == sessions) {
                return chosen.stream().map(Slot::start).toList();
            }
        }
        throw new IllegalStateException(
                "only " + chosen.size() + " of " + sessions + " visits of a course fit into what is free");
    }

    private static long daysBetween(Slot one, Slot other) {
        return ChronoUnit.DAYS.between(one.day(), other.day());
    }

    private static boolean sameWeek(Slot one, Slot other) {
        return week(one.day()) == week(other.day());
    }

    private static int week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}

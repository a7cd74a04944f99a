package io.dendrite.scheduling.calendar.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Moves times on a wall clock: a week later at the same time of day, whatever the clocks do in between.
 *
 * @param zone where the clock hangs
 * @param distance how far on the clock's face, negative to move back
 */
public record WallClockShift(ZoneId zone, Duration distance) {

    /** By whole days, at the same time of day. */
    public static WallClockShift ofDays(ZoneId zone, int days) {
        return new WallClockShift(zone, Duration.ofDays(days));
    }

    /** The shift that takes one instant to another. */
    public static WallClockShift between(ZoneId zone, Instant from, Instant to) {
        return new WallClockShift(
                zone,
                Duration.between(
                        from.atZone(zone).toLocalDateTime(), to.atZone(zone).toLocalDateTime()));
    }

    /**
     * Where an instant comes to lie; empty when the clocks skip that time. Of a time that the clocks show twice it is the
     * one with the offset that the instant had, else the first.
     */
    public Optional<Instant> of(Instant instant) {
        ZoneOffset before = zone.getRules().getOffset(instant);
        LocalDateTime shifted = LocalDateTime.ofInstant(instant, before).plus(distance);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shifted);
        if (offsets.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(shifted.toInstant(offsets.contains(before) ? before : offsets.get(0)));
    }
}

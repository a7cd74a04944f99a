package io.dendrite.scheduling.calendar.model;

import java.time.Instant;
import java.util.stream.LongStream;

/**
 * A stretch of the time grid.
 *
 * @param from its first quarter
 * @param until the quarter after its last; greater than {@code from}
 */
public record Quarters(long from, long until) {

    public Quarters {
        if (from >= until) {
            throw new IllegalArgumentException("a stretch needs at least one quarter");
        }
    }

    /** The stretch of a number of quarters that begins at a quarter. */
    public static Quarters starting(long from, int count) {
        return new Quarters(from, from + count);
    }

    /** The smallest stretch that holds all time between two instants. */
    public static Quarters covering(Instant start, Instant end) {
        return new Quarters(TimeGrid.quarterOf(start), TimeGrid.quarterFrom(end));
    }

    /** When it starts. */
    public Instant start() {
        return TimeGrid.startOf(from);
    }

    /** When it is over. */
    public Instant end() {
        return TimeGrid.startOf(until);
    }

    /** How many quarters it has. */
    public int count() {
        return Math.toIntExact(until - from);
    }

    /** Whether both have a quarter in common. */
    public boolean overlaps(Quarters other) {
        return from < other.until && other.from < until;
    }

    /** Whether every quarter of the other is in this one. */
    public boolean covers(Quarters other) {
        return from <= other.from && other.until <= until;
    }

    /** The smallest stretch that holds both. */
    public Quarters hull(Quarters other) {
        return new Quarters(Math.min(from, other.from), Math.max(until, other.until));
    }

    /** Each quarter in order. */
    public LongStream each() {
        return LongStream.range(from, until);
    }
}

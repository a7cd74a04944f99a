package io.dendrite.scheduling.calendar.model;

import java.time.Duration;
import java.time.Instant;

/**
 * The grid on which everything in the calendar lies: quarters of an hour, counted from the epoch. Every civil offset in
 * use is a multiple of a quarter, so local wall-clock times of any zone lie on it too.
 */
public final class TimeGrid {

    /** The length of one cell in minutes. */
    public static final int MINUTES = 15;

    private static final long SECONDS = Duration.ofMinutes(MINUTES).toSeconds();

    private TimeGrid() {}

    /** Whether an instant is the start of a quarter. */
    public static boolean contains(Instant instant) {
        return instant.getNano() == 0 && Math.floorMod(instant.getEpochSecond(), SECONDS) == 0;
    }

    /** The quarter that an instant lies in. */
    public static long quarterOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    /** The first quarter that starts at the instant or later. */
    public static long quarterFrom(Instant instant) {
        long quarter = quarterOf(instant);
        return contains(instant) ? quarter : quarter + 1;
    }

    /** When a quarter starts. */
    public static Instant startOf(long quarter) {
        return Instant.ofEpochSecond(quarter * SECONDS);
    }

    /**
     * How many quarters a length has.
     *
     * @throws IllegalArgumentException when the length does not lie on the grid
     */
    public static int quarters(int minutes) {
        if (minutes % MINUTES != 0) {
            throw new IllegalArgumentException(minutes + " minutes do not lie on the grid of " + MINUTES);
        }
        return minutes / MINUTES;
    }
}

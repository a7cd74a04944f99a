package io.dendrite.scheduling.clinic.model;

import java.time.LocalTime;
import java.util.Objects;

/**
 * A stretch of one day on the site's wall clock.
 *
 * @param from the first minute of it
 * @param to its end, exclusive; 00:00 is the end of the day
 */
public record Hours(LocalTime from, LocalTime to) {

    public Hours {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** Whether it ends with the day, at midnight. */
    public boolean untilEndOfDay() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    /** The end as a second of the day, which is 86,400 for the end of the day. */
    int endSecond() {
        return untilEndOfDay() ? 86_400 : to.toSecondOfDay();
    }
}

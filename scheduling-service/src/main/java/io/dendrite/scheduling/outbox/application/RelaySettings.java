package io.dendrite.scheduling.outbox.application;

import java.time.Duration;

/**
 * How the relay paces itself.
 *
 * @param sweepInterval how often it looks for what was missed
 * @param sweepAge how long an event must have waited to be taken for missed; long enough that the instance that wrote
 *     it is normally done with it
 * @param batch how many patients it serves in one round, and looks for in one sweep
 * @param mostAwake how many patients it remembers as woken; further ones are left to the sweep
 * @param firstBackoff how long it waits after a failed round; doubles with each further one
 * @param longestBackoff the most it waits
 */
public record RelaySettings(
        Duration sweepInterval,
        Duration sweepAge,
        int batch,
        int mostAwake,
        Duration firstBackoff,
        Duration longestBackoff) {

    private static final int MOST_DOUBLINGS = 20;

    /** The settings of production. */
    public static RelaySettings standard() {
        return new RelaySettings(
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                200,
                10_000,
                Duration.ofMillis(200),
                Duration.ofSeconds(5));
    }

    /** The pause after so many failed rounds in a row; none after a good one. */
    Duration backoff(int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration wait = firstBackoff.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return wait.compareTo(longestBackoff) < 0 ? wait : longestBackoff;
    }
}

package io.dendrite.scheduling.outbox.application;

import java.time.Duration;

/**
 * How the relay paces itself.
 *
 * @param sweepInterval how often it looks for what was missed
 * @param sweepAge how long an event must have waited to be taken for missed; long enough that the instance that wrote
 *     it is normally done with it
 * @param batch how many patients it serves in one round
 * @param firstBackoff how long it waits after a failed round; doubles with each further one
 * @param longestBackoff the most it waits
 */
public record RelaySettings(
        Duration sweepInterval, Duration sweepAge, int batch, Duration firstBackoff, Duration longestBackoff) {

    /** The settings of production. */
    public static RelaySettings standard() {
        return new RelaySettings(
                Duration.ofSeconds(2), Duration.ofSeconds(5), 200, Duration.ofMillis(200), Duration.ofSeconds(5));
    }

    Duration backoff(int failures) {
        Duration wait = firstBackoff.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(longestBackoff) < 0 ? wait : longestBackoff;
    }
}

package io.dendrite.notification.ledger.model;

import java.time.Instant;
import java.util.Objects;

/**
 * From one instant to another.
 *
 * @param start where it begins
 * @param end where it ends
 */
public record TimeSpan(Instant start, Instant end) {

    public TimeSpan {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }
}

package io.dendrite.scheduling.clinic.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A stretch of time on a certain date.
 *
 * @param from its first instant
 * @param to its end, exclusive
 */
public record Opening(Instant from, Instant to) {

    public Opening {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}

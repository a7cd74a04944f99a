package io.dendrite.notification.ledger.model;

import java.time.Instant;
import java.util.Objects;

/**
 * The newest step of a visit heard of. It does not raise the revision.
 *
 * @param appointmentId the appointment
 * @param at when it was taken; of two steps the later one is true
 * @param begun whether the visit has begun by it, or was missed
 */
public record VisitStep(String appointmentId, Instant at, boolean begun) {

    public VisitStep {
        Objects.requireNonNull(appointmentId, "appointmentId");
        Objects.requireNonNull(at, "at");
    }
}

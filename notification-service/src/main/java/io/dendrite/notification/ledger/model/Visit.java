package io.dendrite.notification.ledger.model;

import java.time.Instant;
import java.util.Objects;

/**
 * One appointment as a notice tells it.
 *
 * @param appointmentId the appointment
 * @param start when the patient is expected
 * @param end when the patient leaves
 * @param sequence which revision of the appointment this is
 */
public record Visit(String appointmentId, Instant start, Instant end, int sequence) {

    public Visit {
        Objects.requireNonNull(appointmentId, "appointmentId");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }

    /** Whether a newer revision of the appointment is known. */
    boolean isSupersededBy(AppointmentState newest) {
        return newest.sequence() > sequence;
    }
}

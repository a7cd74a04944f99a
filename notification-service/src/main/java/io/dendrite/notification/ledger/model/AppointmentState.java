package io.dendrite.notification.ledger.model;

import java.util.Objects;

/**
 * The newest revision of an appointment heard of.
 *
 * @param appointmentId the appointment
 * @param sequence its iCalendar SEQUENCE; of two revisions the higher one is true (RFC 5546, 2.1.5)
 * @param cancelled whether that revision called it off
 */
public record AppointmentState(String appointmentId, int sequence, boolean cancelled) {

    public AppointmentState {
        Objects.requireNonNull(appointmentId, "appointmentId");
    }
}

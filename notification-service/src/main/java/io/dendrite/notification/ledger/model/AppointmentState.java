package io.dendrite.notification.ledger.model;

import java.util.Objects;

/**
 * The newest revision of an appointment heard of.
 *
 * @param appointmentId the appointment
 * @param sequence its iCalendar SEQUENCE; of two revisions the higher one is true (RFC 5546, 2.1.5)
 * @param cancelled whether that revision called it off
 * @param begun whether the patient has come, or the clinic has noted that the patient did not
 */
public record AppointmentState(String appointmentId, int sequence, boolean cancelled, boolean begun) {

    public AppointmentState {
        Objects.requireNonNull(appointmentId, "appointmentId");
    }

    /** A revision of a visit that has not begun. */
    public AppointmentState(String appointmentId, int sequence, boolean cancelled) {
        this(appointmentId, sequence, cancelled, false);
    }
}

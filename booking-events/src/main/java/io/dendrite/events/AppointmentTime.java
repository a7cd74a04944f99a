package io.dendrite.events;

import java.time.Instant;
import java.util.Objects;

/**
 * When one appointment is, and which revision of it this is.
 *
 * @param appointmentId the appointment; its calendar UID is made of it and never changes
 * @param start when the patient is expected
 * @param end when the patient leaves
 * @param sequence the iCalendar SEQUENCE: 0 at first, one more with each move or cancellation (RFC 5545, 3.8.7.4)
 */
public record AppointmentTime(String appointmentId, Instant start, Instant end, int sequence) {

    public AppointmentTime {
        Objects.requireNonNull(appointmentId, "appointmentId");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("start must be before end");
        }
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence must not be negative");
        }
    }
}

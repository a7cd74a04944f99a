package io.dendrite.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A visit took a step, or a step was taken back. It demands no notice; whoever plans one about the appointment learns that
 * the patient has come, or has not.
 *
 * @param patientId whose visit it is
 * @param siteId where
 * @param bookingId the booking it belongs to
 * @param appointmentId which visit
 * @param from how it stood: BOOKED, ARRIVED, IN_TREATMENT, OBSERVATION, FULFILLED or NO_SHOW
 * @param to how it stands
 * @param at when, UTC
 * @param sequence the appointment's iCalendar SEQUENCE, which this does not raise
 */
public record AppointmentStatusChangedV1(
        String patientId,
        String siteId,
        String bookingId,
        String appointmentId,
        String from,
        String to,
        Instant at,
        int sequence)
        implements BookingEvent {

    public AppointmentStatusChangedV1 {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(siteId, "siteId");
        Objects.requireNonNull(bookingId, "bookingId");
        Objects.requireNonNull(appointmentId, "appointmentId");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String key() {
        return patientId;
    }
}

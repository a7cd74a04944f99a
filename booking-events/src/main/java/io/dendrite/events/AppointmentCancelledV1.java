package io.dendrite.events;

import java.util.Objects;

/**
 * An appointment was called off. The reason stays in the scheduling service: it may tell too much.
 *
 * @param bookingId the booking it belongs to
 * @param patient how the patient is reached
 * @param site the site's public face
 * @param appointment the time that no longer holds, with its raised sequence
 */
public record AppointmentCancelledV1(
        String bookingId, PatientContact patient, SiteFace site, AppointmentTime appointment) implements BookingEvent {

    public AppointmentCancelledV1 {
        Objects.requireNonNull(bookingId, "bookingId");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(appointment, "appointment");
    }

    @Override
    public String key() {
        return patient.patientId();
    }
}

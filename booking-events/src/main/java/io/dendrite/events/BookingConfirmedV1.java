package io.dendrite.events;

import java.util.List;
import java.util.Objects;

/**
 * A booking was made: one visit, or all the visits of a course. Or visits were added to it: then only these.
 *
 * @param bookingId the booking
 * @param patient how the patient is reached
 * @param site the site's public face
 * @param appointments the visits in order of time, at least one
 */
public record BookingConfirmedV1(
        String bookingId, PatientContact patient, SiteFace site, List<AppointmentTime> appointments)
        implements BookingEvent {

    public BookingConfirmedV1 {
        Objects.requireNonNull(bookingId, "bookingId");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(site, "site");
        appointments = List.copyOf(Objects.requireNonNull(appointments, "appointments"));
        if (appointments.isEmpty()) {
            throw new IllegalArgumentException("appointments must not be empty");
        }
    }

    @Override
    public String key() {
        return patient.patientId();
    }
}

package io.dendrite.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A booking was made: one visit, or all the visits of a course. Or visits were added to it: then only these.
 *
 * @param bookingId the booking
 * @param patient how the patient is reached
 * @param site the site's public face
 * @param appointments the visits in order of time, at least one
 * @param reminderGroup which reminders the patient gets; null for the first group
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingConfirmedV1(
        String bookingId,
        PatientContact patient,
        SiteFace site,
        List<AppointmentTime> appointments,
        @Nullable ReminderGroup reminderGroup)
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

    /** With the reminders of the first group. */
    public BookingConfirmedV1(
            String bookingId, PatientContact patient, SiteFace site, List<AppointmentTime> appointments) {
        this(bookingId, patient, site, appointments, null);
    }

    @Override
    public String key() {
        return patient.patientId();
    }
}

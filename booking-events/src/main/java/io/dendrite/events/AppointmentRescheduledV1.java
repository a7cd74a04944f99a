package io.dendrite.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An appointment was moved to another time.
 *
 * @param bookingId the booking it belongs to
 * @param patient how the patient is reached
 * @param site the site's public face
 * @param appointment the new time, with its raised sequence
 * @param previousStart when it would have started before the move
 * @param previousEnd when the patient would have left before the move
 * @param reminderGroup which reminders the patient gets; null for the first group
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppointmentRescheduledV1(
        String bookingId,
        PatientContact patient,
        SiteFace site,
        AppointmentTime appointment,
        Instant previousStart,
        Instant previousEnd,
        @Nullable ReminderGroup reminderGroup)
        implements BookingEvent {

    public AppointmentRescheduledV1 {
        Objects.requireNonNull(bookingId, "bookingId");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(appointment, "appointment");
        Objects.requireNonNull(previousStart, "previousStart");
        Objects.requireNonNull(previousEnd, "previousEnd");
    }

    /** With the reminders of the first group. */
    public AppointmentRescheduledV1(
            String bookingId,
            PatientContact patient,
            SiteFace site,
            AppointmentTime appointment,
            Instant previousStart,
            Instant previousEnd) {
        this(bookingId, patient, site, appointment, previousStart, previousEnd, null);
    }

    @Override
    public String key() {
        return patient.patientId();
    }
}

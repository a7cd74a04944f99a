package io.dendrite.scheduling.selfservice.application;

import io.dendrite.scheduling.calendar.application.BookingFile;
import io.dendrite.scheduling.calendar.application.CancelAppointment;
import io.dendrite.scheduling.calendar.application.TakeReply;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentStatus;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.ETags;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** A patient's own visits, as the patient sees and cancels them. */
@Component
public class OwnVisits {

    private static final String BY_THE_PATIENT = "cancelled by the patient";

    private final BookingFile file;
    private final Treatments treatments;
    private final TakeReply replies;
    private final CancelAppointment cancelAppointment;
    private final Clock clock;

    OwnVisits(
            BookingFile file,
            Treatments treatments,
            TakeReply replies,
            CancelAppointment cancelAppointment,
            Clock clock) {
        this.file = file;
        this.treatments = treatments;
        this.replies = replies;
        this.cancelAppointment = cancelAppointment;
        this.clock = clock;
    }

    /** A visit with what the patient needs to know of it. */
    public record Own(Appointment appointment, Site site, Treatment treatment) {}

    /**
     * A visit of a patient.
     *
     * @throws ProblemException 404 when it is not the patient's
     */
    public Own visit(String appointmentId, String patientId) {
        Booking booking = file.bookingWith(appointmentId);
        if (!booking.patientId().equals(patientId)) {
            throw ProblemException.notFound("appointment", appointmentId);
        }
        return new Own(
                booking.appointment(appointmentId).orElseThrow(),
                file.siteOf(booking),
                treatments.treatment(booking.treatmentId()).orElseThrow());
    }

    /**
     * Cancels a visit that is ahead. Doing it again changes nothing.
     *
     * @throws ProblemException 404 when it is not the patient's, 409 when it has another time by now, has begun, or is not
     *     BOOKED
     */
    public void cancel(String appointmentId, String patientId, int sequence) {
        Appointment appointment = visit(appointmentId, patientId).appointment();
        if (appointment.status() == AppointmentStatus.CANCELLED) {
            return;
        }
        Booking booking = replies.told(appointmentId, patientId, sequence);
        if (!appointment.start().isAfter(clock.instant())) {
            throw ProblemException.conflict(ProblemType.ILLEGAL_STATUS, "The appointment has begun.");
        }
        cancelAppointment.cancel(appointmentId, BY_THE_PATIENT, ETags.of(booking.version()));
    }
}

package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.PatientReply;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes down what a patient lets the clinic know about a visit. */
@Component
public class TakeReply {

    private static final int TRIES = 10;

    private final Calendar calendar;
    private final BookingFile file;
    private final Clock clock;

    TakeReply(Calendar calendar, BookingFile file, Clock clock) {
        this.calendar = calendar;
        this.file = file;
        this.clock = clock;
    }

    /**
     * An appointment of a patient in the revision that the patient was told of.
     *
     * @throws ProblemException 404 when it is not the patient's, 409 when it has another time by now
     */
    public Booking told(String appointmentId, String patientId, int sequence) {
        Booking booking = file.bookingWith(appointmentId);
        if (!booking.patientId().equals(patientId)) {
            throw ProblemException.notFound("appointment", appointmentId);
        }
        Appointment appointment = booking.appointment(appointmentId).orElseThrow();
        if (appointment.sequence() != sequence) {
            throw ProblemException.conflict(
                    ProblemType.ILLEGAL_STATUS, "The appointment was changed since the patient was told of it.");
        }
        return booking;
    }

    /**
     * Takes it down. Saying the same again changes nothing.
     *
     * @throws ProblemException 404 when the appointment is not the patient's, 409 when it has another time by now, is not
     *     BOOKED, or has begun
     */
    public void take(String appointmentId, String patientId, int sequence, PatientReply reply) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Booking booking = told(appointmentId, patientId, sequence);
            Appointment appointment = file.open(booking, appointmentId, "answered");
            if (!appointment.start().isAfter(clock.instant())) {
                throw ProblemException.conflict(ProblemType.ILLEGAL_STATUS, "The appointment has begun.");
            }
            Booking changed = booking.replied(appointmentId, reply);
            if (changed.version() == booking.version()) {
                return;
            }
            try {
                calendar.replace(changed, List.of());
                return;
            } catch (StaleEntryException e) {
                // Changed since it was read: look again.
            }
        }
        throw ProblemException.stale();
    }
}

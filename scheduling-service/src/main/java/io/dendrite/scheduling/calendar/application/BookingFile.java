package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentStatus;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.application.PatientRegister;
import io.dendrite.scheduling.patient.application.Patients;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** A booking with everything it refers to, as a front desk opens it to change something. */
@Component
public class BookingFile {

    private final Clinic clinic;
    private final Treatments treatments;
    private final Patients patients;
    private final Calendar calendar;
    private final Clock clock;

    BookingFile(
            Clinic clinic,
            Treatments treatments,
            @Qualifier(PatientRegister.STORED) Patients patients,
            Calendar calendar,
            Clock clock) {
        this.clinic = clinic;
        this.treatments = treatments;
        this.patients = patients;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The booking of an id.
     *
     * @throws ProblemException 404
     */
    public Booking booking(String id) {
        return calendar.booking(id).orElseThrow(() -> ProblemException.notFound("booking", id));
    }

    /**
     * The booking that has an appointment.
     *
     * @throws ProblemException 404
     */
    public Booking bookingWith(String appointmentId) {
        return Booking.idOfBookingWith(appointmentId)
                .flatMap(calendar::booking)
                .filter(booking -> booking.appointment(appointmentId).isPresent())
                .orElseThrow(() -> ProblemException.notFound("appointment", appointmentId));
    }

    /** The site of a booking. */
    public Site siteOf(Booking booking) {
        return clinic.site(booking.siteId())
                .orElseThrow(() -> new IllegalStateException("site of booking " + booking.id() + " is missing"));
    }

    /** Whose booking it is: who may see the booking may change it, whichever sites know the patient. */
    Patient patientOf(Booking booking) {
        return patients.patient(booking.patientId())
                .orElseThrow(() -> ProblemException.conflict(
                        ProblemType.ILLEGAL_STATUS, "The patient was erased: the booking can no longer be changed."));
    }

    /** What the booking is for, as the catalogue has it now. */
    Treatment treatmentOf(Booking booking) {
        return treatments
                .treatment(booking.treatmentId())
                .orElseThrow(() -> new IllegalStateException("treatment of booking " + booking.id() + " is missing"));
    }

    /**
     * An appointment that may still change.
     *
     * @throws ProblemException 409 when it is not BOOKED or over
     */
    Appointment open(Booking booking, String appointmentId, String action) {
        Appointment appointment = booking.appointment(appointmentId)
                .orElseThrow(() -> ProblemException.notFound("appointment", appointmentId));
        if (appointment.status() != AppointmentStatus.BOOKED) {
            throw ProblemException.conflict(
                    ProblemType.ILLEGAL_STATUS,
                    "The appointment is " + appointment.status() + ": only a BOOKED one can be " + action + ".");
        }
        if (!appointment.end().isAfter(clock.instant())) {
            throw ProblemException.conflict(
                    ProblemType.ILLEGAL_STATUS, "The appointment is over: it can no longer be " + action + ".");
        }
        return appointment;
    }
}

package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.outbox.OutboxWake;
import io.dendrite.scheduling.patient.application.Patients;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Books what is held: the entry that holds the places becomes the booking of them, in one conditional update. */
@Component
public class BookHold {

    private static final int TRIES = 3;

    private final Holds holds;
    private final HoldFile file;
    private final BookingFile bookingFile;
    private final Patients patients;
    private final BookingEventFactory events;
    private final OutboxWake relay;
    private final Clock clock;

    BookHold(
            Holds holds,
            HoldFile file,
            BookingFile bookingFile,
            Patients patients,
            BookingEventFactory events,
            OutboxWake relay,
            Clock clock) {
        this.holds = holds;
        this.file = file;
        this.bookingFile = bookingFile;
        this.patients = patients;
        this.events = events;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Books a hold.
     *
     * @param requestId the id of this request: what it has booked is answered as it is, so that a repeated attempt books
     *     once
     * @param request what is to be booked; without visits those that are held
     * @return the booking, whose id is that of the hold
     * @throws ProblemException 404 for an unknown hold, 409 when it is over or another request booked it, 422 naming the
     *     fields when it is for something else or the treatment must no longer be given
     */
    public Booking book(String holdId, String requestId, BookVisits.Request request) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (isBookedBy(requestId, holdId)) {
                return bookingFile.booking(holdId);
            }
            Hold hold = file.hold(holdId);
            Site site = bookingFile.siteOf(hold.visits());
            requireSame(hold, request, site);
            try {
                return booked(hold, requestId, site);
            } catch (StaleEntryException e) {
                // Extended, booked or given up since it was read, or over: look again.
            }
        }
        throw file.gone(holdId);
    }

    private Booking booked(Hold hold, String requestId, Site site) {
        Patient patient = bookingFile.patientOf(hold.visits());
        Admission.check(bookingFile.treatmentOf(hold.visits()), site, patient);
        if (!patient.isKnownAt(site.id())) {
            patients.knownAt(patient.id(), site.id());
        }
        Booking booking = hold.booked(clock.instant());
        holds.book(hold, booking, requestId, List.of(events.confirmed(booking, patient, site)));
        relay.wake(patient.id());
        return booking;
    }

    private boolean isBookedBy(String requestId, String holdId) {
        return holds.fate(holdId)
                .filter(fate -> requestId.equals(fate.bookingRequest()))
                .isPresent();
    }

    /** Whoever books a hold says what they mean to book, so that the wrong hold is not booked by mistake. */
    private static void requireSame(Hold hold, BookVisits.Request request, Site site) {
        List<FieldError> wrong = new ArrayList<>();
        require(hold.patientId().equals(request.patientId()), "patientId", "must be the patient of the hold", wrong);
        require(hold.siteId().equals(request.siteId()), "siteId", "must be the site of the hold", wrong);
        require(
                hold.visits().treatmentId().equals(request.treatmentId()),
                "treatmentId",
                "must be the treatment of the hold",
                wrong);
        List<Appointment> held = hold.visits().appointments();
        List<RequestedVisit> asked = request.visits();
        require(
                asked.isEmpty() || asked.size() == held.size(),
                "appointments",
                "must be left out, or be those of the hold",
                wrong);
        for (int number = 0; number < Math.min(asked.size(), held.size()); number++) {
            RequestedVisit visit = asked.get(number);
            Appointment appointment = held.get(number);
            String field = "appointments[" + number + "]";
            require(
                    StartTime.instant(field + ".start", visit.start(), site.timeZone())
                            .equals(appointment.start()),
                    field + ".start",
                    "must be the start that is held",
                    wrong);
            require(
                    Familiar.in(appointment.phases()).containsAll(visit.resources()),
                    field + ".resources",
                    "must be resources that are held",
                    wrong);
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.of(
                            ProblemType.HOLD_MISMATCH,
                            "The hold is for something else than the request. Nothing was booked.")
                    .withErrors(wrong);
        }
    }

    private static void require(boolean met, String field, String message, List<FieldError> wrong) {
        if (!met) {
            wrong.add(new FieldError(field, message));
        }
    }
}

package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.Signature;
import io.dendrite.scheduling.calendar.model.Turns;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.ETags;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxWake;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes several appointments of a booking as one: all that they give up and all that they take changes hands in one
 * conditional update of one document, or nothing does.
 */
@Component
public class ChangeBooking {

    private final Calendar calendar;
    private final PlacesOfChange places;
    private final BookingFile file;
    private final BookingEventFactory events;
    private final OutboxWake relay;
    private final Signatures signatures;

    ChangeBooking(
            Calendar calendar,
            PlacesOfChange places,
            BookingFile file,
            BookingEventFactory events,
            OutboxWake relay,
            Signatures signatures) {
        this.calendar = calendar;
        this.places = places;
        this.file = file;
        this.events = events;
        this.relay = relay;
        this.signatures = signatures;
    }

    /**
     * Changes.
     *
     * @param ifMatch the version that the front desk has seen; null to change whatever is there
     * @param plan says for the booking as it is now what is to become of it, or throws the problem to answer; it is asked
     *     anew when somebody was faster
     * @return the booking after the change; as it was when the plan changes nothing
     * @throws ProblemException 404 for an unknown booking, 409 when a start is not free, 412 when it is another version
     */
    public Booking change(String bookingId, @Nullable String ifMatch, Function<Booking, BookingChange> plan) {
        for (int turn = 0; turn < Turns.MOST; turn++) {
            Booking booking = file.booking(bookingId);
            if (ifMatch != null) {
                ETags.requireMatch(ifMatch, booking.version());
            }
            BookingChange change = plan.apply(booking);
            if (change.isEmpty()) {
                return booking;
            }
            try {
                return changed(booking, change, Turns.of(bookingId, turn));
            } catch (StaleEntryException | ClaimTakenException e) {
                // Changed or taken since it was read: look again.
            }
        }
        throw ProblemException.conflict(
                ProblemType.SLOT_TAKEN, "Others were faster each time. Nothing was changed; try again.");
    }

    private Booking changed(Booking booking, BookingChange change, int turn) {
        Site site = file.siteOf(booking);
        Patient patient = file.patientOf(booking);
        Map<BookingChange.Visit, List<ReservedPhase>> chosen =
                places.choose(booking, change, site, patient, file.treatmentOf(booking), turn);
        Signature signature = signatures.now();
        Booking after = booking.asOneChange(before -> {
            Booking changing = before;
            for (String id : change.cancelled()) {
                changing = changing.cancelled(id, change.reason(), signature);
            }
            for (Map.Entry<BookingChange.Visit, List<ReservedPhase>> place : chosen.entrySet()) {
                changing = placed(changing, place.getKey(), place.getValue());
            }
            return changing;
        });
        store(after, tell(booking, after, patient, site));
        relay.wake(after.patientId());
        return after;
    }

    private static Booking placed(Booking booking, BookingChange.Visit visit, List<ReservedPhase> phases) {
        if (visit instanceof BookingChange.Addition addition) {
            return booking.added(phases, addition.kind(), addition.request());
        }
        return booking.moved(((BookingChange.Move) visit).appointmentId(), phases);
    }

    private List<OutboxEvent> tell(Booking before, Booking after, Patient patient, Site site) {
        List<OutboxEvent> told = new ArrayList<>();
        List<Appointment> added = new ArrayList<>();
        for (Appointment appointment : after.appointments()) {
            Appointment old = before.appointment(appointment.id()).orElse(null);
            if (old == null) {
                added.add(appointment);
            } else if (old.isLive() && !appointment.isLive()) {
                told.add(events.cancelled(after, appointment, patient, site));
            } else if (old.sequence() != appointment.sequence()) {
                told.add(events.rescheduled(after, old, appointment, patient, site));
            }
        }
        if (!added.isEmpty()) {
            told.add(events.confirmed(after, added, patient, site));
        }
        return told;
    }

    /** What has gone to the archive comes back when something is added to it. */
    private void store(Booking after, List<OutboxEvent> told) {
        try {
            calendar.replace(after, told);
        } catch (StaleEntryException stale) {
            // Changed by others, or archived: the archive holds the version that this change began with.
            boolean archived = calendar.booking(after.id())
                    .filter(found -> found.version() == after.version() - 1)
                    .isPresent();
            if (!archived) {
                throw stale;
            }
            try {
                calendar.add(after, told);
            } catch (EntryExistsException e) {
                throw stale;
            }
        }
    }
}

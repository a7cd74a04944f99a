package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.Turns;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.calendar.model.Wishes;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.ETags;
import io.dendrite.scheduling.outbox.OutboxWake;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves one appointment, to another time or to other resources: the old claims go as the new ones come, or nothing
 * changes.
 */
@Component
public class MoveAppointment {

    private final Clinic clinic;
    private final Calendar calendar;
    private final Pictures pictures;
    private final Refusals refusals;
    private final BookingFile file;
    private final BookingEventFactory events;
    private final OutboxWake relay;
    private final Clock clock;

    MoveAppointment(
            Clinic clinic,
            Calendar calendar,
            Pictures pictures,
            Refusals refusals,
            BookingFile file,
            BookingEventFactory events,
            OutboxWake relay,
            Clock clock) {
        this.clinic = clinic;
        this.calendar = calendar;
        this.pictures = pictures;
        this.refusals = refusals;
        this.file = file;
        this.events = events;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Moves.
     *
     * @param ifMatch the version that the front desk has seen; null to move whatever is there
     * @return the booking after the move
     * @throws ProblemException 404 for an unknown appointment, 400 for a start that cannot be meant, 409 when the
     *     appointment is not BOOKED or the start not free, 412 when it is another version
     */
    public Booking move(String appointmentId, RequestedVisit to, @Nullable String ifMatch) {
        for (int turn = 0; turn < Turns.MOST; turn++) {
            Booking booking = file.bookingWith(appointmentId);
            if (ifMatch != null) {
                ETags.requireMatch(ifMatch, booking.version());
            }
            try {
                return moved(booking, appointmentId, to, Turns.of(appointmentId, turn));
            } catch (StaleEntryException | ClaimTakenException e) {
                // Changed or taken since it was read: look again.
            }
        }
        throw ProblemException.conflict(
                ProblemType.SLOT_TAKEN, "Others were faster each time. Nothing was changed; try again.");
    }

    private Booking moved(Booking booking, String appointmentId, RequestedVisit to, int turn) {
        Appointment before = file.open(booking, appointmentId, "moved");
        Site site = file.siteOf(booking);
        Patient patient = file.patientOf(booking);
        Treatment treatment = file.treatmentOf(booking);
        Admission.check(treatment, site, patient);
        VisitPattern pattern = VisitPatterns.of(treatment);
        long start = StartTime.quarter("start", to.start(), site.timeZone(), clock.instant());
        RequestedResources.check(
                "resources",
                to.resources(),
                clinic.resources(site.id()).stream().map(Resource::id).collect(Collectors.toSet()));
        List<Booking> known = calendar.commitmentsOf(patient.id());
        Set<String> familiar = new HashSet<>(Familiar.in(before.phases()));
        Wishes wishes = new Wishes(Set.copyOf(to.resources()), familiar, turn);
        Quarters window = pattern.occupied(start);
        Picture picture = pictures.without(appointmentId, booking, site, pattern, window, known);
        Optional<Picture.Refusal> refusal = picture.refusal(start);
        Optional<List<ReservedPhase>> chosen = refusal.isPresent() ? Optional.empty() : picture.choose(start, wishes);
        if (chosen.isEmpty()) {
            throw refusals.of(
                    refusal.orElse(Picture.Refusal.TAKEN),
                    "start",
                    start,
                    site,
                    pattern,
                    wishes,
                    around -> pictures.without(appointmentId, booking, site, pattern, around, known));
        }
        Booking changed = booking.moved(appointmentId, chosen.get());
        Appointment after = changed.appointment(appointmentId).orElseThrow();
        calendar.replace(changed, List.of(events.rescheduled(changed, before, after, patient, site)));
        relay.wake(changed.patientId());
        return changed;
    }
}

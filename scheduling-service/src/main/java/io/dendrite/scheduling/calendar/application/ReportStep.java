package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.VisitRules;
import io.dendrite.scheduling.calendar.model.VisitStep;
import io.dendrite.scheduling.calendar.model.VisitStepException;
import io.dendrite.scheduling.http.ETags;
import io.dendrite.scheduling.outbox.OutboxWake;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes down how a visit goes: each step forward, and steps taken back. Several who report at once are put in order. */
@Component
public class ReportStep {

    private static final int TRIES = 10;

    private final Calendar calendar;
    private final BookingFile file;
    private final BookingEventFactory events;
    private final OutboxWake relay;
    private final Signatures signatures;

    ReportStep(
            Calendar calendar, BookingFile file, BookingEventFactory events, OutboxWake relay, Signatures signatures) {
        this.calendar = calendar;
        this.file = file;
        this.events = events;
        this.relay = relay;
        this.signatures = signatures;
    }

    /**
     * Reports a step. One that was reported already changes nothing.
     *
     * @param escort who takes the patient home; null leaves that as it was
     * @param ifMatch the version that the reporter has seen; null to report on whatever is there
     * @return the booking after it
     * @throws ProblemException 404 for an unknown appointment, 409 when the step cannot follow, 422 when something that
     *     it needs is missing, 412 when it is another version
     */
    public Booking report(String appointmentId, VisitStep step, @Nullable String escort, @Nullable String ifMatch) {
        return change(
                appointmentId,
                ifMatch,
                (booking, rules) -> booking.after(appointmentId, step, escort, rules, signatures.now()));
    }

    /**
     * Takes the latest step back. A missed visit takes its place again, if that is still free.
     *
     * @param reason why, for the clinic's eyes only
     * @param ifMatch as for {@link #report}
     * @throws ProblemException 404 for an unknown appointment, 409 when there is no step, or the place is taken, 412 when
     *     it is another version
     */
    public Booking undo(String appointmentId, String reason, @Nullable String ifMatch) {
        return change(
                appointmentId,
                ifMatch,
                (booking, rules) -> booking.undone(appointmentId, reason, rules, signatures.now()));
    }

    private Booking change(
            String appointmentId, @Nullable String ifMatch, BiFunction<Booking, VisitRules, Booking> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Booking booking = file.bookingWith(appointmentId);
            if (ifMatch != null) {
                ETags.requireMatch(ifMatch, booking.version());
            }
            Booking changed = decided(() -> change.apply(booking, rules(booking)));
            if (changed.version() == booking.version()) {
                return booking;
            }
            Appointment before = booking.appointment(appointmentId).orElseThrow();
            Appointment after = changed.appointment(appointmentId).orElseThrow();
            try {
                calendar.replace(
                        changed,
                        before.status() == after.status()
                                ? List.of()
                                : List.of(events.statusChanged(changed, before, after)));
                relay.wake(changed.patientId());
                return changed;
            } catch (StaleEntryException e) {
                // Changed since it was read: look again.
            } catch (ClaimTakenException e) {
                throw ProblemException.conflict(
                        ProblemType.SLOT_TAKEN,
                        "What the visit had is taken by others in the meantime. Nothing was changed; book again.");
            }
        }
        throw ProblemException.stale();
    }

    private VisitRules rules(Booking booking) {
        Treatment treatment = file.treatmentOf(booking);
        return new VisitRules(
                file.siteOf(booking).timeZone(),
                treatment.escortRequired(),
                Duration.ofMinutes(treatment.minimumObservationMinutes()));
    }

    private static Booking decided(Supplier<Booking> decision) {
        try {
            return decision.get();
        } catch (VisitStepException refusal) {
            throw switch (refusal.why()) {
                case NOT_NOW -> ProblemException.conflict(ProblemType.ILLEGAL_STATUS, refusal.detail());
                case OBSERVATION_TOO_SHORT ->
                    ProblemException.conflict(ProblemType.OBSERVATION_TOO_SHORT, refusal.detail());
                case NO_ESCORT ->
                    ProblemException.of(ProblemType.ESCORT_MISSING, refusal.detail())
                            .withErrors(List.of(new FieldError("escort", "must name who takes the patient home")));
            };
        }
    }
}

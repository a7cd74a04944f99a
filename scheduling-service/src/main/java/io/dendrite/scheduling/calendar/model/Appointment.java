package io.dendrite.scheduling.calendar.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a patient.
 *
 * @param id its id: the booking's, a dot, and its number within the booking
 * @param status where it stands
 * @param sequence the iCalendar SEQUENCE: rises with each move and with the cancellation (RFC 5545, 3.8.7.4)
 * @param phases when each phase is and what is held for it; after a cancellation, what was held
 * @param notes what people said and wrote about it
 * @param transitions every change of its status, the oldest first
 */
public record Appointment(
        String id,
        AppointmentStatus status,
        int sequence,
        List<ReservedPhase> phases,
        Notes notes,
        List<Transition> transitions) {

    /** The phase in which the patient is watched, as the treatments name it. */
    private static final String OBSERVATION = "OBSERVATION";

    /**
     * What people said and wrote about a visit, which may tell much about the patient.
     *
     * @param cancelReason why it was called off; null unless it was
     * @param escort who takes the patient home; null while nobody is recorded
     * @param overbookReason why it was put on overflow lanes; null unless it was
     * @param reply what the patient let the clinic know; null while that is nothing
     */
    public record Notes(
            @Nullable String cancelReason,
            @Nullable String escort,
            @Nullable String overbookReason,
            @Nullable PatientReply reply) {

        /** Nothing was said or written. */
        public static final Notes NONE = new Notes(null, null, null, null);
    }

    public Appointment {
        phases = List.copyOf(phases);
        transitions = List.copyOf(transitions);
    }

    /** A new one. */
    static Appointment booked(String id, List<ReservedPhase> phases) {
        return new Appointment(id, AppointmentStatus.BOOKED, 0, phases, Notes.NONE, List.of());
    }

    /** When the patient is expected. */
    public Instant start() {
        return extent().start();
    }

    /** When the patient leaves; making the place ready for the next follows. */
    public Instant end() {
        return withPatient().end();
    }

    /** All that it occupies, from the first phase to the last. */
    public Quarters extent() {
        return phases.get(0).span().hull(phases.get(phases.size() - 1).span());
    }

    /** The time for which the patient is there. */
    public Quarters withPatient() {
        return phases.stream()
                .filter(ReservedPhase::withPatient)
                .map(ReservedPhase::span)
                .reduce(Quarters::hull)
                .orElseThrow();
    }

    /** Whether it holds what its phases name. */
    public boolean isLive() {
        return status.holdsItsPlace();
    }

    /** The latest step forward that led to a status. */
    public Optional<Transition> lastStepTo(AppointmentStatus reached) {
        return transitions.stream()
                .filter(transition -> transition.to() == reached && transition.isForward())
                .reduce((earlier, later) -> later);
    }

    /** Whether the patient is watched at the end of it. */
    boolean hasObservation() {
        return phases.stream().anyMatch(phase -> phase.name().equals(OBSERVATION));
    }

    /** How long the patient is to be watched. */
    Duration plannedObservation() {
        return phases.stream()
                .filter(phase -> phase.name().equals(OBSERVATION))
                .map(phase ->
                        Duration.between(phase.span().start(), phase.span().end()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    Stream<String> claims() {
        return isLive() ? phases.stream().flatMap(ReservedPhase::claims) : Stream.empty();
    }

    Stream<String> patientClaims(String patientId) {
        return isLive()
                ? withPatient().each().mapToObj(quarter -> Claim.ofPatient(patientId, quarter))
                : Stream.empty();
    }

    /** Elsewhere it stands on ordinary lanes, until it is overbooked anew; and of the new time the patient has said nothing. */
    Appointment moved(List<ReservedPhase> to) {
        requireBooked("moved");
        return new Appointment(id, status, sequence + 1, to, new Notes(null, notes.escort, null, null), transitions);
    }

    Appointment cancelled(String reason, Signature signature) {
        requireBooked("cancelled");
        Appointment cancelled = to(AppointmentStatus.CANCELLED, signature, null);
        return new Appointment(
                id,
                cancelled.status,
                sequence + 1,
                phases,
                new Notes(reason, notes.escort, notes.overbookReason, notes.reply),
                cancelled.transitions);
    }

    Appointment overbooked(String reason) {
        return with(new Notes(notes.cancelReason, notes.escort, reason, notes.reply));
    }

    /** With what the patient lets the clinic know; the same if the patient said so before. */
    Appointment replied(PatientReply reply) {
        requireBooked("answered");
        return reply.saysTheSameAs(notes.reply)
                ? this
                : with(new Notes(notes.cancelReason, notes.escort, notes.overbookReason, reply));
    }

    /**
     * The appointment after a step; the same if it stands so already.
     *
     * @param escort who takes the patient home; null leaves that as it was
     * @throws VisitStepException when the step cannot be taken
     */
    Appointment after(VisitStep step, @Nullable String escort, VisitRules rules, Signature signature) {
        Appointment known = escort == null || escort.equals(notes.escort)
                ? this
                : with(new Notes(notes.cancelReason, escort, notes.overbookReason, notes.reply));
        if (status == step.target()) {
            return known;
        }
        rules.check(this, step, known.notes.escort, signature.at());
        return known.to(step.target(), signature, null);
    }

    /**
     * The appointment as it stood before the latest step, which stays on record.
     *
     * @throws VisitStepException when there is no step, or it cannot be taken back
     */
    Appointment undone(String reason, VisitRules rules, Signature signature) {
        rules.checkOpen(this, signature.at());
        if (status == AppointmentStatus.CANCELLED) {
            throw new VisitStepException(
                    VisitStepException.Why.NOT_NOW,
                    "The patient was told of the cancellation: it is not taken back; book again.");
        }
        Transition step = lastStepTo(status)
                .orElseThrow(() -> new VisitStepException(
                        VisitStepException.Why.NOT_NOW,
                        "The appointment is " + status + ": no step can be taken back."));
        return to(step.from(), signature, reason);
    }

    private Appointment to(AppointmentStatus target, Signature signature, @Nullable String reason) {
        Transition transition = new Transition(status, target, signature.at(), signature.by(), reason);
        return new Appointment(
                id,
                target,
                sequence,
                phases,
                notes,
                Stream.concat(transitions.stream(), Stream.of(transition)).toList());
    }

    private Appointment with(Notes other) {
        return new Appointment(id, status, sequence, phases, other, transitions);
    }

    private void requireBooked(String action) {
        if (status != AppointmentStatus.BOOKED) {
            throw new IllegalStatusException(id, status, action);
        }
    }
}

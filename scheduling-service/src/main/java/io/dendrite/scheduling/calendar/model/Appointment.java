package io.dendrite.scheduling.calendar.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a patient.
 *
 * @param id its id: the booking's, a dot, and its number within the booking
 * @param status where it stands
 * @param sequence the iCalendar SEQUENCE: rises with each move and with the cancellation (RFC 5545, 3.8.7.4)
 * @param phases when each phase is and what is held for it; after a cancellation, what was held
 * @param cancelReason why it was called off; null unless it was
 */
public record Appointment(
        String id,
        AppointmentStatus status,
        int sequence,
        List<ReservedPhase> phases,
        @Nullable String cancelReason) {

    public Appointment {
        phases = List.copyOf(phases);
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
        return status != AppointmentStatus.CANCELLED;
    }

    Stream<String> claims() {
        return isLive() ? phases.stream().flatMap(ReservedPhase::claims) : Stream.empty();
    }

    Stream<String> patientClaims(String patientId) {
        return isLive()
                ? withPatient().each().mapToObj(quarter -> Claim.ofPatient(patientId, quarter))
                : Stream.empty();
    }

    Appointment moved(List<ReservedPhase> to) {
        requireBooked("moved");
        return new Appointment(id, status, sequence + 1, to, null);
    }

    Appointment cancelled(String reason) {
        requireBooked("cancelled");
        return new Appointment(id, AppointmentStatus.CANCELLED, sequence + 1, phases, reason);
    }

    private void requireBooked(String action) {
        if (status != AppointmentStatus.BOOKED) {
            throw new IllegalStatusException(id, status, action);
        }
    }
}

package io.dendrite.notification.ledger.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a notice tells, fixed when its event was heard. It holds neither an address nor a name: who the patient is and
 * how to write to them is looked up when it is sent.
 *
 * @param kind for which reason the patient is written to
 * @param eventId the event that caused it
 * @param happenedAt when that event happened
 * @param traceId W3C trace id of the request behind the event, where known
 * @param patientId the recipient
 * @param bookingId the booking it is about
 * @param clinic where the visits take place
 * @param visits the appointments it tells, in order of time, at least one
 * @param previous for a reschedule, the time that no longer holds
 */
public record NoticeContent(
        NoticeKind kind,
        String eventId,
        Instant happenedAt,
        @Nullable String traceId,
        String patientId,
        String bookingId,
        Clinic clinic,
        List<Visit> visits,
        @Nullable TimeSpan previous) {

    public NoticeContent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(happenedAt, "happenedAt");
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(bookingId, "bookingId");
        Objects.requireNonNull(clinic, "clinic");
        visits = List.copyOf(visits);
        if (visits.isEmpty()) {
            throw new IllegalArgumentException("a notice tells at least one visit");
        }
        if ((kind == NoticeKind.APPOINTMENT_RESCHEDULED) != (previous != null)) {
            throw new IllegalArgumentException("a reschedule, and nothing else, tells a previous time");
        }
    }

    /** The same notice about fewer visits. */
    NoticeContent about(List<Visit> fewer) {
        return new NoticeContent(kind, eventId, happenedAt, traceId, patientId, bookingId, clinic, fewer, previous);
    }
}

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
 * @param traceparent position of the event in its request's trace (W3C Trace Context), where known; sending continues it
 * @param patientId the recipient
 * @param bookingId the booking it is about
 * @param clinic where the visits take place
 * @param visits the appointments it tells, in order of time, at least one
 * @param previous for a reschedule, the time that no longer holds
 * @param timing when it is worth sending
 */
public record NoticeContent(
        NoticeKind kind,
        String eventId,
        Instant happenedAt,
        @Nullable String traceparent,
        String patientId,
        String bookingId,
        Clinic clinic,
        List<Visit> visits,
        @Nullable TimeSpan previous,
        Timing timing) {

    public NoticeContent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(happenedAt, "happenedAt");
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(bookingId, "bookingId");
        Objects.requireNonNull(clinic, "clinic");
        Objects.requireNonNull(timing, "timing");
        visits = List.copyOf(visits);
        if (visits.isEmpty()) {
            throw new IllegalArgumentException("a notice tells at least one visit");
        }
        if ((kind == NoticeKind.APPOINTMENT_RESCHEDULED) != (previous != null)) {
            throw new IllegalArgumentException("a reschedule, and nothing else, tells a previous time");
        }
    }

    /** A notice that is worth sending at once, and whenever that can be done. */
    public NoticeContent(
            NoticeKind kind,
            String eventId,
            Instant happenedAt,
            @Nullable String traceparent,
            String patientId,
            String bookingId,
            Clinic clinic,
            List<Visit> visits,
            @Nullable TimeSpan previous) {
        this(kind, eventId, happenedAt, traceparent, patientId, bookingId, clinic, visits, previous, Timing.AT_ONCE);
    }

    /** A reminder of one of the visits that this notice tells. */
    public NoticeContent reminderOf(Visit visit, Timing when) {
        return new NoticeContent(
                NoticeKind.APPOINTMENT_REMINDER,
                eventId,
                happenedAt,
                traceparent,
                patientId,
                bookingId,
                clinic,
                List.of(visit),
                null,
                when);
    }

    /** The same notice with another public face of the site. */
    public NoticeContent at(Clinic other) {
        return new NoticeContent(
                kind, eventId, happenedAt, traceparent, patientId, bookingId, other, visits, previous, timing);
    }

    /** The same notice, worth sending at another time. */
    NoticeContent timed(Timing other) {
        return new NoticeContent(
                kind, eventId, happenedAt, traceparent, patientId, bookingId, clinic, visits, previous, other);
    }

    /** The same notice about fewer visits. */
    NoticeContent about(List<Visit> fewer) {
        return new NoticeContent(
                kind, eventId, happenedAt, traceparent, patientId, bookingId, clinic, fewer, previous, timing);
    }
}

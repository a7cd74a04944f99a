package io.dendrite.notification.ledger.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** Notices and contacts for tests. */
public final class SampleNotices {

    public static final Instant HAPPENED = Instant.parse("2026-11-20T18:30:00Z");
    public static final Instant FIRST_START = Instant.parse("2027-03-08T17:00:00Z");
    public static final Duration LENGTH = Duration.ofMinutes(105);
    public static final Clinic RIVERSIDE = new Clinic(
            "riverside",
            "Riverside Clinic",
            ZoneId.of("America/Los_Angeles"),
            "210 River Street, Portland, OR 97201",
            "+1 503 555 0142");

    private SampleNotices() {}

    public static Contact contact() {
        return new Contact("patient-1", 3, "c2VhbGVk");
    }

    /** What the ledger shows of a notice. */
    public static LedgerLine line(Notice notice) {
        NoticeContent content = notice.content();
        return new LedgerLine(
                notice.id(),
                content.kind(),
                content.clinic().siteId(),
                content.patientId(),
                content.bookingId(),
                content.visits().stream().map(Visit::appointmentId).toList(),
                notice.createdAt(),
                notice.progress(),
                notice.resendOf());
    }

    /** Of so many visits, seven days apart: the second lies behind the change to daylight-saving time. */
    public static NoticeContent confirmation(String eventId, int visits) {
        List<Visit> all = IntStream.range(0, visits)
                .mapToObj(i -> visit("visit-" + i, FIRST_START.plus(Duration.ofDays(7L * i)), 0))
                .toList();
        return content(NoticeKind.BOOKING_CONFIRMED, eventId, all, null);
    }

    public static NoticeContent reschedule(String eventId, int sequence) {
        TimeSpan previous = new TimeSpan(FIRST_START, FIRST_START.plus(LENGTH));
        Visit moved = visit("visit-0", FIRST_START.plus(Duration.ofDays(7)), sequence);
        return content(NoticeKind.APPOINTMENT_RESCHEDULED, eventId, List.of(moved), previous);
    }

    public static NoticeContent cancellation(String eventId, int sequence) {
        return content(
                NoticeKind.APPOINTMENT_CANCELLED, eventId, List.of(visit("visit-0", FIRST_START, sequence)), null);
    }

    public static NoticeContent reminder(String eventId) {
        NoticeContent told = confirmation(eventId, 1);
        Timing timing = new Timing(FIRST_START.minus(Duration.ofDays(1)), FIRST_START, false);
        return told.reminderOf(told.visits().get(0), timing);
    }

    public static NoticeContent offer(String eventId) {
        NoticeContent place =
                content(NoticeKind.WAITLIST_OFFERED, eventId, List.of(visit("visit-0", FIRST_START, 0)), null);
        return place.timed(Timing.atOnceUntil(FIRST_START.minus(Duration.ofHours(20))));
    }

    public static NoticeContent at(Clinic clinic, NoticeContent content) {
        return new NoticeContent(
                content.kind(),
                content.eventId(),
                content.happenedAt(),
                content.traceparent(),
                content.patientId(),
                content.bookingId(),
                clinic,
                content.visits(),
                content.previous());
    }

    private static Visit visit(String id, Instant start, int sequence) {
        return new Visit(id, start, start.plus(LENGTH), sequence);
    }

    private static NoticeContent content(NoticeKind kind, String eventId, List<Visit> visits, TimeSpan previous) {
        return new NoticeContent(kind, eventId, HAPPENED, null, "patient-1", "booking-1", RIVERSIDE, visits, previous);
    }
}

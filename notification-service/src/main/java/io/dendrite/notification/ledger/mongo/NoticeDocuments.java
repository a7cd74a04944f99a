package io.dendrite.notification.ledger.mongo;

import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.ledger.model.LedgerLine;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.NoticeId;
import io.dendrite.notification.ledger.model.NoticeKind;
import io.dendrite.notification.ledger.model.NoticeStatus;
import io.dendrite.notification.ledger.model.Progress;
import io.dendrite.notification.ledger.model.TimeSpan;
import io.dendrite.notification.ledger.model.Timing;
import io.dendrite.notification.ledger.model.Visit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A notice as a document, and back. */
final class NoticeDocuments {

    private NoticeDocuments() {}

    /** The document of a notice nobody has taken yet. */
    static Document toDocument(Notice notice) {
        NoticeContent content = notice.content();
        return new Document("_id", notice.id().value())
                .append("kind", content.kind().name())
                .append("eventId", content.eventId())
                .append("happenedAt", Date.from(content.happenedAt()))
                .append("traceparent", content.traceparent())
                .append("patientId", content.patientId())
                .append("bookingId", content.bookingId())
                .append("clinic", toDocument(content.clinic()))
                .append(
                        "visits",
                        content.visits().stream()
                                .map(NoticeDocuments::toDocument)
                                .toList())
                .append("previous", content.previous() == null ? null : toDocument(content.previous()))
                .append("timing", toDocument(content.timing()))
                .append("createdAt", Date.from(notice.createdAt()))
                .append("status", notice.progress().status().name())
                .append("dueAt", Date.from(notice.progress().dueAt()))
                .append(NoticeFields.CLAIMABLE_AT, Date.from(notice.progress().dueAt()))
                .append("attempts", notice.progress().attempts())
                .append(
                        NoticeFields.RESEND_OF,
                        notice.resendOf() == null ? null : notice.resendOf().value());
    }

    /** The document of a notice to a patient who was erased before it could be sent. */
    static Document toErasedDocument(Notice notice) {
        Document document = toDocument(notice);
        NoticeFields.TIES.forEach(document::remove);
        document.remove(NoticeFields.CLAIMABLE_AT);
        return document.append(NoticeFields.STATUS, NoticeStatus.SKIPPED.name())
                .append(NoticeFields.LAST_ERROR, NoticeFields.ERASED_REASON);
    }

    private static Document toDocument(Timing timing) {
        return new Document("dueAt", date(timing.dueAt()))
                .append("usefulUntil", date(timing.usefulUntil()))
                .append("optional", timing.optional());
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    /** The public face of a site as a document. */
    static Document toDocument(Clinic clinic) {
        return new Document("siteId", clinic.siteId())
                .append("name", clinic.name())
                .append("timeZone", clinic.timeZone().getId())
                .append("address", clinic.address())
                .append("phone", clinic.phone());
    }

    private static Document toDocument(Visit visit) {
        return new Document("appointmentId", visit.appointmentId())
                .append("start", Date.from(visit.start()))
                .append("end", Date.from(visit.end()))
                .append("sequence", visit.sequence());
    }

    private static Document toDocument(TimeSpan span) {
        return new Document("start", Date.from(span.start())).append("end", Date.from(span.end()));
    }

    /** The notice that a document holds. */
    static Notice toNotice(Document document) {
        NoticeContent content = new NoticeContent(
                NoticeKind.valueOf(document.getString("kind")),
                document.getString("eventId"),
                instant(document, "happenedAt"),
                document.getString("traceparent"),
                document.getString("patientId"),
                document.getString("bookingId"),
                toClinic(document.get("clinic", Document.class)),
                document.getList("visits", Document.class).stream()
                        .map(NoticeDocuments::toVisit)
                        .toList(),
                toSpan(document.get("previous", Document.class)),
                toTiming(document.get("timing", Document.class)));
        return new Notice(
                new NoticeId(document.getString("_id")),
                content,
                instant(document, "createdAt"),
                progress(document),
                resendOf(document));
    }

    private static @Nullable NoticeId resendOf(Document document) {
        String id = document.getString(NoticeFields.RESEND_OF);
        return id == null ? null : new NoticeId(id);
    }

    /** What a document shows of its notice. */
    static LedgerLine toLine(Document document) {
        return new LedgerLine(
                new NoticeId(document.getString("_id")),
                NoticeKind.valueOf(document.getString("kind")),
                document.get("clinic", Document.class).getString("siteId"),
                document.getString(NoticeFields.PATIENT_ID),
                document.getString(NoticeFields.BOOKING_ID),
                document.getList("visits", Document.class, List.of()).stream()
                        .map(visit -> visit.getString("appointmentId"))
                        .toList(),
                instant(document, "createdAt"),
                progress(document),
                resendOf(document));
    }

    private static Progress progress(Document document) {
        return new Progress(
                NoticeStatus.valueOf(document.getString("status")),
                instant(document, "dueAt"),
                document.getInteger("attempts"),
                document.getDate("sentAt") == null ? null : instant(document, "sentAt"),
                document.getString("lastError"),
                document.getString(NoticeFields.MESSAGE_ID));
    }

    /** The public face of a site that a document holds. */
    static Clinic toClinic(Document document) {
        return new Clinic(
                document.getString("siteId"),
                document.getString("name"),
                ZoneId.of(document.getString("timeZone")),
                document.getString("address"),
                document.getString("phone"));
    }

    /** Rows of before there were reminders have none. */
    private static Timing toTiming(@Nullable Document document) {
        return document == null
                ? Timing.AT_ONCE
                : new Timing(
                        toInstant(document.getDate("dueAt")),
                        toInstant(document.getDate("usefulUntil")),
                        document.getBoolean("optional"));
    }

    private static @Nullable Instant toInstant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static Visit toVisit(Document document) {
        return new Visit(
                document.getString("appointmentId"),
                instant(document, "start"),
                instant(document, "end"),
                document.getInteger("sequence"));
    }

    private static @Nullable TimeSpan toSpan(@Nullable Document document) {
        return document == null ? null : new TimeSpan(instant(document, "start"), instant(document, "end"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}

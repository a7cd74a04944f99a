package io.dendrite.notification.ledger.model;

import java.time.Instant;
import java.util.Objects;

/**
 * One message to one patient for one reason: a row of the ledger.
 *
 * @param id its identity, derived from what it tells
 * @param content what it tells
 * @param createdAt when it was recorded
 * @param progress how far it has come
 */
public record Notice(NoticeId id, NoticeContent content, Instant createdAt, Progress progress) {

    public Notice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(progress, "progress");
    }

    /** A new reminder, due when it is worth sending. */
    public static Notice reminder(NoticeContent content, int hoursBefore, Instant now) {
        NoticeId id = NoticeId.ofReminder(content.visits().get(0), hoursBefore);
        Instant due = Objects.requireNonNullElse(content.timing().dueAt(), now);
        return new Notice(id, content, now, Progress.due(due));
    }

    /** A new notice, due at once. */
    public static Notice dueNow(NoticeContent content, Instant now) {
        NoticeId id = NoticeId.of(content.eventId(), content.kind(), content.patientId());
        return new Notice(id, content, now, Progress.due(now));
    }
}

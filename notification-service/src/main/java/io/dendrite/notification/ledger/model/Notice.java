package io.dendrite.notification.ledger.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message to one patient for one reason: a row of the ledger.
 *
 * @param id its identity, derived from what it tells
 * @param content what it tells
 * @param createdAt when it was recorded
 * @param progress how far it has come
 * @param resendOf the notice that it repeats; null for most
 */
public record Notice(
        NoticeId id,
        NoticeContent content,
        Instant createdAt,
        Progress progress,
        @Nullable NoticeId resendOf) {

    public Notice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(progress, "progress");
    }

    /** A notice that repeats none. */
    public Notice(NoticeId id, NoticeContent content, Instant createdAt, Progress progress) {
        this(id, content, createdAt, progress, null);
    }

    /**
     * A notice that says the same again, now. A reminder is of use until its visit begins.
     *
     * @param again the new notice's id
     */
    public Notice again(NoticeId again, Instant now) {
        Instant usefulUntil = content.kind() == NoticeKind.APPOINTMENT_REMINDER
                ? content.visits().get(0).start()
                : content.timing().usefulUntil();
        return new Notice(again, content.timed(new Timing(null, usefulUntil, false)), now, Progress.due(now), id);
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

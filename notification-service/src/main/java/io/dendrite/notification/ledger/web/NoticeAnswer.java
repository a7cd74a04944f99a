package io.dendrite.notification.ledger.web;

import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.Progress;
import io.dendrite.notification.ledger.model.Visit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notice as the API tells it: neither to which address it went nor what it said. */
record NoticeAnswer(
        String id,
        String kind,
        String status,
        String patientId,
        String bookingId,
        List<String> appointmentIds,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable String lastError,
        @Nullable String messageId) {

    static NoticeAnswer of(Notice notice) {
        NoticeContent content = notice.content();
        Progress progress = notice.progress();
        return new NoticeAnswer(
                notice.id().value(),
                content.kind().name(),
                progress.status().name(),
                content.patientId(),
                content.bookingId(),
                content.visits().stream().map(Visit::appointmentId).toList(),
                notice.createdAt(),
                progress.dueAt(),
                progress.sentAt(),
                progress.attempts(),
                progress.lastError(),
                progress.messageId());
    }
}

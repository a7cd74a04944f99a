package io.dendrite.notification.ledger.web;

import io.dendrite.notification.ledger.model.LedgerLine;
import io.dendrite.notification.ledger.model.Progress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notice as the API tells it: neither to which address it went nor what it said, and nothing of an erased patient. */
record NoticeAnswer(
        String id,
        String kind,
        String status,
        @Nullable String patientId,
        @Nullable String bookingId,
        List<String> appointmentIds,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable String lastError,
        @Nullable String messageId,
        @Nullable String resendOf) {

    static NoticeAnswer of(LedgerLine notice) {
        Progress progress = notice.progress();
        return new NoticeAnswer(
                notice.id().value(),
                notice.kind().name(),
                progress.status().name(),
                notice.patientId(),
                notice.bookingId(),
                notice.appointmentIds(),
                notice.createdAt(),
                progress.dueAt(),
                progress.sentAt(),
                progress.attempts(),
                progress.lastError(),
                progress.messageId(),
                notice.resendOf() == null ? null : notice.resendOf().value());
    }
}

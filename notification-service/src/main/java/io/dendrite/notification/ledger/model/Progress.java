package io.dendrite.notification.ledger.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a notice has come.
 *
 * @param status what became of it
 * @param dueAt when it is to be sent, or tried again
 * @param attempts how often a sender has taken it up
 * @param sentAt when the mail server accepted it
 * @param lastError why it was not sent, or why the last attempt did not work; never a patient's data
 * @param messageId the RFC 5322 Message-ID it was accepted under
 */
public record Progress(
        NoticeStatus status,
        Instant dueAt,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable String lastError,
        @Nullable String messageId) {

    public Progress {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(dueAt, "dueAt");
    }

    /** Nothing done yet. */
    public static Progress due(Instant at) {
        return new Progress(NoticeStatus.PENDING, at, 0, null, null, null);
    }
}

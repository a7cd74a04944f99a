package io.dendrite.notification.ledger.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger shows of a notice. Of a notice to an erased patient it shows that there was one and what became of it,
 * but not to whom it was or about what.
 *
 * @param id the notice's identity
 * @param kind for which reason it was
 * @param siteId the site that it was about
 * @param patientId to whom; null once the patient is erased
 * @param bookingId about which booking; null once the patient is erased
 * @param appointmentIds about which appointments; empty once the patient is erased
 * @param createdAt when it was recorded
 * @param progress how far it has come
 * @param resendOf the notice that it repeats; null for most
 */
public record LedgerLine(
        NoticeId id,
        NoticeKind kind,
        String siteId,
        @Nullable String patientId,
        @Nullable String bookingId,
        List<String> appointmentIds,
        Instant createdAt,
        Progress progress,
        @Nullable NoticeId resendOf) {

    public LedgerLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(siteId, "siteId");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(progress, "progress");
        appointmentIds = List.copyOf(appointmentIds);
    }
}

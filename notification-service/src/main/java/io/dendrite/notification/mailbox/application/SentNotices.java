package io.dendrite.notification.mailbox.application;

import java.time.Instant;
import java.util.Optional;

/**
 * Notices that were sent, as what comes back finds them.
 *
 * <p>Every method throws {@link io.dendrite.notification.ledger.application.StoreUnavailableException} while the store
 * cannot be reached.
 */
public interface SentNotices {

    /**
     * A notice that a mail server accepted.
     *
     * @param id its id
     * @param patientId to whom it went
     * @param createdAt when it was recorded
     */
    record Sent(String id, String patientId, Instant createdAt) {}

    /** The notice of an id, if it was sent and its patient is known. */
    Optional<Sent> byId(String noticeId);

    /** The notice of a Message-ID, if it was sent and its patient is known. */
    Optional<Sent> byMessageId(String messageId);

    /** Whose appointment it is, if the patient was told of it. */
    Optional<String> patientOf(String appointmentId);

    /** Records that a notice came back for good; false says that it does not count as sent any more. */
    boolean bounced(String noticeId, String reason);

    /** Lets a notice that came back be sent again later; false says that it does not count as sent any more. */
    boolean again(String noticeId, Instant due, String reason);
}

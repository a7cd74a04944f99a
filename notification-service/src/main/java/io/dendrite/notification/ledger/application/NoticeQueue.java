package io.dendrite.notification.ledger.application;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * The ledger as senders see it: rows that are due, each handed to one sender at a time under a lease.
 *
 * <p>All but {@link #markSent} do nothing, and say so, when the claim's lease has passed to another sender. Every method
 * throws {@link StoreUnavailableException} while the store cannot be reached.
 */
public interface NoticeQueue {

    /**
     * Takes the row that has been due longest, whether it waits or its last sender's lease ran out. No two callers get
     * the same one.
     *
     * @param owner who takes it
     * @param now the time that decides what is due
     * @param leaseUntil until when nobody else may take it
     * @param except ids of rows to leave alone
     */
    Optional<Claim> claimDue(String owner, Instant now, Instant leaseUntil, Collection<String> except);

    /** What is left to send at a moment; a row in a sender's hands is, too. */
    Backlog backlog(Instant now);

    /**
     * Records that the mail server accepted the notice. This is a fact whoever holds the lease now, so it is recorded
     * unconditionally.
     */
    void markSent(Claim claim, Instant sentAt, String messageId);

    /** Records that there was nothing to send. */
    boolean markSkipped(Claim claim, String reason);

    /** Gives the notice up for good. */
    boolean markFailed(Claim claim, String reason);

    /** Makes the notice due at a later time, since the mail server asked for it. */
    boolean retryAt(Claim claim, Instant when, String reason);

    /**
     * Lets the notice be tried again at a later time, since nothing could be tried now. It stays due from when it was, so
     * that it counts as late.
     */
    boolean holdUntil(Claim claim, Instant when, String reason);

    /** Gives the notice back as if it had not been taken. */
    boolean release(Claim claim);
}

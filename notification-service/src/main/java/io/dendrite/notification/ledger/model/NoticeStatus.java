package io.dendrite.notification.ledger.model;

/** What became of a notice. The names are stored and answered over HTTP: they never change. */
public enum NoticeStatus {
    /** Waits for its time, or for the next attempt. */
    PENDING,
    /** A sender holds it under a lease. */
    SENDING,
    /** The mail server accepted it. */
    SENT,
    /** Not sent, because nothing of it was true any more or the patient does not want it. */
    SKIPPED,
    /** Given up; the last error says why. */
    FAILED,
    /** Accepted at first and returned later; the address is not used any more. */
    BOUNCED
}

package io.dendrite.scheduling.waitlist.model;

/** What has become of an entry. That a place is offered just now is told by the offer itself. */
public enum WaitlistStatus {
    WAITING,
    /** An offer was accepted. */
    BOOKED,
    /** The patient no longer waits. */
    WITHDRAWN,
    /** The last date that was wanted has passed. */
    EXPIRED
}

package io.dendrite.scheduling.waitlist.model;

/** What became of an offer. */
public enum OfferOutcome {
    /** Nothing yet, as far as the entry knows: the hold in the calendar says whether it still stands. */
    OPEN,
    ACCEPTED,
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED,
    /** The place was taken back, as the patient no longer waits. */
    WITHDRAWN
}

package io.dendrite.notification.delivery.application;

import java.time.Duration;

/** Told what becomes of notices, for whoever counts it. */
public interface Deliveries {

    /** What became of a notice. */
    enum Outcome {
        SENT,
        FAILED,
        SKIPPED,
        DEFERRED
    }

    /**
     * Something became of a notice.
     *
     * @param reason in words that the ledger keeps; empty where it was sent
     */
    void settled(Outcome outcome, String reason);

    /** A notice that was due at once was accepted so long after what it tells had happened. */
    void delayed(Duration sinceItHappened);
}

package io.dendrite.notification.delivery.application;

import java.time.Duration;

/** How fast this instance sends: relays take only so many messages a second before they put a sender off. */
public interface Pace {

    /**
     * Waits for leave to send one message. It is taken before a notice is, so that no lease runs out over the waiting.
     *
     * @return whether there was leave within the time
     * @throws InterruptedException when the sender is to stop
     */
    boolean take(Duration atMost) throws InterruptedException;

    /** Gives leave back that was not used. */
    void giveBack();
}

package io.dendrite.scheduling.outbox.kafka;

import org.springframework.kafka.core.KafkaAdmin;

/**
 * Sees to it that the topic is there before anything is written to it, also if Kafka was away when the service started.
 * To write first and look later would let a broker create the topic by itself, with a single partition.
 */
public final class BookingTopic {

    private final KafkaAdmin admin;
    private volatile boolean known;

    /** The topic that the admin's application context declares. */
    public BookingTopic(KafkaAdmin admin) {
        this.admin = admin;
    }

    /**
     * Asks Kafka, and creates the topic if need be, unless it is known to be there. Waits no longer than the admin's
     * time limits.
     *
     * @throws IllegalStateException when Kafka is away
     */
    boolean ensure() {
        if (!known) {
            known = admin.initialize();
        }
        return known;
    }

    /** After a failed write: looks again before the next. */
    void doubt() {
        known = false;
    }
}

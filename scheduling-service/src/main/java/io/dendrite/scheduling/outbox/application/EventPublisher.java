package io.dendrite.scheduling.outbox.application;

import io.dendrite.scheduling.outbox.OutboxEvent;
import java.util.concurrent.CompletableFuture;

/** Where events go. */
@FunctionalInterface
public interface EventPublisher {

    /**
     * Publishes an event; completes once it is kept safe on the other side, or exceptionally if that is not known. Throws
     * nothing, but may block for some seconds.
     */
    CompletableFuture<?> publish(OutboxEvent event);
}

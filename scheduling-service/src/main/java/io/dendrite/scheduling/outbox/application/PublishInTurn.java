package io.dendrite.scheduling.outbox.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the events of several patients in waves: the next event of each, then the next of each whose last one is
 * acknowledged. The first failure ends a patient's turn and leaves the others alone.
 *
 * <p>Everything is sent from the calling thread, never from a callback: those run on the thread by which the Kafka
 * client fetches metadata, and a send there that needs metadata would wait for itself.
 */
final class PublishInTurn {

    private final EventPublisher publisher;
    private final List<PendingEvent> published = new ArrayList<>();

    PublishInTurn(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** What is acknowledged so far. */
    List<PendingEvent> published() {
        return published;
    }

    /** Publishes these; each patient's in the order given. */
    void publish(List<PendingEvent> pending) throws InterruptedException, PublicationFailedException {
        Collection<ArrayDeque<PendingEvent>> queues = pending.stream()
                .collect(groupingBy(each -> each.event().key(), LinkedHashMap::new, toCollection(ArrayDeque::new)))
                .values();
        Throwable failure = null;
        while (!queues.isEmpty()) {
            Throwable failed = publishFirstOfEach(queues);
            failure = failure == null ? failed : failure;
        }
        if (failure != null) {
            throw new PublicationFailedException(failure);
        }
    }

    private @Nullable Throwable publishFirstOfEach(Collection<ArrayDeque<PendingEvent>> queues)
            throws InterruptedException {
        Map<PendingEvent, CompletableFuture<?>> sent = new LinkedHashMap<>();
        for (ArrayDeque<PendingEvent> queue : queues) {
            sent.put(queue.element(), publisher.publish(queue.element().event()));
        }
        Throwable failure = null;
        Iterator<ArrayDeque<PendingEvent>> turns = queues.iterator();
        for (Map.Entry<PendingEvent, CompletableFuture<?>> each : sent.entrySet()) {
            ArrayDeque<PendingEvent> queue = turns.next();
            queue.remove();
            try {
                each.getValue().get();
                published.add(each.getKey());
                if (queue.isEmpty()) {
                    turns.remove();
                }
            } catch (ExecutionException e) {
                failure = e.getCause();
                turns.remove();
            }
        }
        return failure;
    }
}

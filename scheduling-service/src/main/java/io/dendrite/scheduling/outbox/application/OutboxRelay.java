package io.dendrite.scheduling.outbox.application;

import io.dendrite.scheduling.outbox.OutboxWake;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the events that wait in the documents, then takes them away.
 *
 * <p>It works on a thread of its own, so a booking never waits for Kafka. It is woken by each write of this instance, and
 * sweeps for what a crash of any instance left behind. A patient's events go one after the other, each after the
 * acknowledgement of the one before, over all documents in which they wait; different patients go side by side. Several
 * instances may relay at the same time: an event may then be published twice, which consumers notice by its id, but the
 * first time each is seen is always in order.
 *
 * <p>If Kafka or MongoDB is away it tries again with growing pauses; nothing is lost, since an event stays where it is
 * until its publication is acknowledged.
 */
public final class OutboxRelay implements OutboxWake {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final OutboxStore store;
    private final EventPublisher publisher;
    private final Clock clock;
    private final RelaySettings settings;
    private final WakeList awake = new WakeList();
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopping;

    public OutboxRelay(OutboxStore store, EventPublisher publisher, Clock clock, RelaySettings settings) {
        this.store = store;
        this.publisher = publisher;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void wake(String patientId) {
        awake.add(Set.of(patientId));
    }

    /** Begins to publish. */
    public void start() {
        thread.start();
    }

    /** Stops; what is not published yet waits for the next start, or for another instance. */
    public void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join();
    }

    private void run() {
        Instant nextSweep = clock.instant();
        int failures = 0;
        while (!stopping) {
            Set<String> patients = new HashSet<>();
            try {
                patients.addAll(awake.take(settings.batch(), settings.sweepInterval()));
                if (!clock.instant().isBefore(nextSweep)) {
                    patients.addAll(
                            store.patientsWaitingSince(clock.instant().minus(settings.sweepAge()), settings.batch()));
                    nextSweep = clock.instant().plus(settings.sweepInterval());
                }
                publishFor(patients);
                failures = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failures++;
                log.warn("Events of {} patients wait: {} (failed rounds: {})", patients.size(), e, failures);
                awake.add(patients);
                if (!pause(failures)) {
                    return;
                }
            }
        }
    }

    private boolean pause(int failures) {
        try {
            awake.pause(settings.backoff(failures));
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void publishFor(Collection<String> patients) throws InterruptedException {
        if (patients.isEmpty()) {
            return;
        }
        Map<String, List<PendingEvent>> byPatient = store.pendingOf(patients).stream()
                .collect(Collectors.groupingBy(
                        pending -> pending.event().key(), LinkedHashMap::new, Collectors.toList()));
        Queue<PendingEvent> published = new ConcurrentLinkedQueue<>();
        CompletableFuture<?>[] all = byPatient.values().stream()
                .map(events -> publishInOrder(events, published))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> done = CompletableFuture.allOf(all);
        try {
            done.handle((nothing, failure) -> published.size()).get();
            if (!published.isEmpty()) {
                store.remove(published);
            }
            done.join();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each event only after the one before is safe; the first that fails ends the patient's turn. */
    private CompletableFuture<?> publishInOrder(List<PendingEvent> events, Queue<PendingEvent> published) {
        CompletableFuture<?> chain = CompletableFuture.completedFuture(null);
        for (PendingEvent pending : events) {
            chain = chain.thenCompose(before -> publisher.publish(pending.event()))
                    .thenAccept(acknowledged -> published.add(pending));
        }
        return chain;
    }
}

package io.dendrite.scheduling.outbox.application;

import io.dendrite.scheduling.outbox.OutboxWake;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

    /** How long a stop lets the last events go out. */
    private static final Duration DRAIN = Duration.ofMillis(1500);

    private final OutboxStore store;
    private final EventPublisher publisher;
    private final Clock clock;
    private final RelaySettings settings;
    private final WakeList awake;
    private @Nullable Thread thread;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    /** When the next sweep is due, by {@link System#nanoTime()}: a clock that is set back must not delay it. */
    private long nextSweep = System.nanoTime();

    /** A relay that does nothing until it is started. */
    public OutboxRelay(OutboxStore store, EventPublisher publisher, Clock clock, RelaySettings settings) {
        this.store = store;
        this.publisher = publisher;
        this.clock = clock;
        this.settings = settings;
        this.awake = new WakeList(settings.mostAwake());
    }

    @Override
    public void wake(String patientId) {
        awake.add(Set.of(patientId));
    }

    /** Begins to publish, also again after a stop. */
    public synchronized void start() {
        if (thread == null) {
            stopping = new CountDownLatch(1);
            awake.open();
            thread = new Thread(this::run, "outbox-relay");
            thread.start();
        }
    }

    /**
     * Publishes what it has been woken for and stops. If that takes longer than a moment, Kafka is away: what is not
     * published waits for the next start, or for another instance.
     */
    public synchronized void stop() throws InterruptedException {
        if (thread != null) {
            stopping.countDown();
            awake.close();
            thread.join(DRAIN.toMillis());
            thread.interrupt();
            thread.join();
            thread = null;
        }
    }

    private void run() {
        int failures = 0;
        try {
            while (!stopping.await(settings.backoff(failures).toNanos(), TimeUnit.NANOSECONDS)) {
                failures = serveNext() ? 0 : failures + 1;
            }
            serveNext();
        } catch (InterruptedException e) {
            log.debug("Stopped");
        }
    }

    /** Serves those who are awake or overdue; false if some of it must be tried again. */
    private boolean serveNext() throws InterruptedException {
        Set<String> patients = awake.take(settings.batch(), Duration.ofNanos(nextSweep - System.nanoTime()));
        try {
            if (System.nanoTime() - nextSweep >= 0) {
                patients.addAll(sweep());
            }
            if (!patients.isEmpty()) {
                publishFor(patients);
            }
            return true;
        } catch (RuntimeException | PublicationFailedException e) {
            awake.add(patients);
            // The driver and the Kafka client report an interruption as a failure of their own, and leave the mark set.
            if (stopping.getCount() > 0) {
                log.warn("Events of up to {} patients wait: {}", patients.size(), rootOf(e));
            }
            return false;
        }
    }

    /** A full catch means that there may be more, so the next sweep is then due at once. */
    private Set<String> sweep() {
        Set<String> found = store.patientsWaitingSince(clock.instant().minus(settings.sweepAge()), settings.batch());
        if (found.size() < settings.batch()) {
            nextSweep = System.nanoTime() + settings.sweepInterval().toNanos();
        }
        return found;
    }

    private void publishFor(Set<String> patients) throws InterruptedException, PublicationFailedException {
        PublishInTurn turns = new PublishInTurn(publisher);
        try {
            turns.publish(store.pendingOf(patients));
        } finally {
            if (!turns.published().isEmpty()) {
                // Also on the way out: what is acknowledged should not be published again after the next start.
                boolean interrupted = Thread.interrupted();
                try {
                    store.remove(turns.published());
                } finally {
                    if (interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

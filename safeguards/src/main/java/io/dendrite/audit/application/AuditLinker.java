package io.dendrite.audit.application;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links records on a thread of its own: soon after this instance stored one, and from time to time for what a crash of
 * any instance left. While MongoDB is away it tries again with growing pauses; the records wait where they are.
 */
public final class AuditLinker {

    private static final Logger log = LoggerFactory.getLogger(AuditLinker.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration BREATH = Duration.ofMillis(200);
    private static final int LONGEST_PAUSE_SECONDS = 5;

    private final LinkRecords linking;
    private final Semaphore woken = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "audit-linker");

    /** A linker that does nothing until it is started. */
    public AuditLinker(LinkRecords linking) {
        this.linking = linking;
    }

    /** Says that a record was stored. */
    public void wake() {
        woken.release();
    }

    /** Begins to link. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops; what is not linked yet waits for the next start, or for another instance. */
    public void stop() throws InterruptedException {
        stopping.countDown();
        thread.interrupt();
        thread.join();
    }

    private void run() {
        int failures = 0;
        try {
            while (!stopping.await(pause(failures).toMillis(), TimeUnit.MILLISECONDS)) {
                woken.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                failures = linkAll() ? 0 : failures + 1;
            }
        } catch (InterruptedException e) {
            log.debug("Stopped");
        }
    }

    private boolean linkAll() {
        try {
            while (linking.linkSome() && stopping.getCount() > 0) {
                log.trace("More records wait");
            }
            return true;
        } catch (RuntimeException e) {
            if (stopping.getCount() > 0) {
                log.warn(
                        "Records of the audit wait to be linked: {}",
                        e.getClass().getName());
                woken.release();
            }
            return false;
        }
    }

    /** The breath after each round gathers the records of many requests into one. */
    private static Duration pause(int failures) {
        return failures == 0 ? BREATH : Duration.ofSeconds(Math.min(failures, LONGEST_PAUSE_SECONDS));
    }
}

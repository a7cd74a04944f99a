package io.dendrite.notification.delivery.application;

import io.dendrite.notification.ledger.application.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps at a write to the store until it is done: what became of a notice must not be lost while the store is away. */
final class Patience {

    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final CountDownLatch outOfTime = new CountDownLatch(1);

    /**
     * Repeats a write while the store is away. Ends without it only when the process runs out of time; the notice is then
     * taken up again when its lease has run out.
     */
    void insistOn(String noticeId, Runnable write) {
        while (true) {
            try {
                write.run();
                return;
            } catch (StoreUnavailableException e) {
                if (isOutOfTime()) {
                    log.error("notice {}: the store is away, so what became of it is not recorded", noticeId);
                    return;
                }
            }
        }
    }

    private boolean isOutOfTime() {
        try {
            return outOfTime.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** From now on a failing write is not repeated. */
    void end() {
        outOfTime.countDown();
    }
}

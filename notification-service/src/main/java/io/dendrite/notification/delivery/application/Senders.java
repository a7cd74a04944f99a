package io.dendrite.notification.delivery.application;

import io.dendrite.notification.ledger.application.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The threads that send: a few, so that a slow conversation with the mail server does not hold up the next notice. When the
 * service stops, each finishes what it has in hand and begins nothing new.
 */
final class Senders implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Senders.class);

    private final DeliverNext deliverNext;
    private final WakeUp wakeUp;
    private final Patience patience;
    private final Pace pace;
    private final DeliverySettings settings;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Senders(DeliverNext deliverNext, WakeUp wakeUp, Patience patience, Pace pace, DeliverySettings settings) {
        this.deliverNext = deliverNext;
        this.wakeUp = wakeUp;
        this.patience = patience;
        this.pace = pace;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 1; i <= settings.senders(); i++) {
            Thread thread = new Thread(this::work, "sender-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void work() {
        while (running) {
            long heard = wakeUp.heard();
            try {
                if (!pace.take(settings.poll())) {
                    continue;
                }
                if (!deliverNext.once()) {
                    pace.giveBack();
                    wakeUp.await(heard, settings.poll());
                }
            } catch (InterruptedException e) {
                return;
            } catch (StoreUnavailableException e) {
                log.warn("no notice can be taken: {}", e.getMessage());
                pause();
            } catch (RuntimeException e) {
                log.error("no notice can be taken", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            wakeUp.await(wakeUp.heard(), settings.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        wakeUp.ring();
        long deadline = System.nanoTime() + settings.shutdown().toNanos();
        for (Thread thread : threads) {
            join(thread, deadline);
        }
        patience.end();
        threads.clear();
    }

    private static void join(Thread thread, long deadline) {
        try {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            thread.join(Math.max(1, left));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

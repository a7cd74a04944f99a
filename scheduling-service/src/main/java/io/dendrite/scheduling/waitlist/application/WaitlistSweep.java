package io.dendrite.scheduling.waitlist.application;

import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has places offered: at once where something was freed through this instance, where an offer has ended within seconds, and
 * everywhere now and then, for whatever else may have made room.
 */
@Component
class WaitlistSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WaitlistSweep.class);
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final Duration EVERYWHERE = Duration.ofSeconds(15);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final FreedPlaces freed;
    private final Waitlist waitlist;
    private final Clinic clinic;
    private final OfferPlaces offers;

    private Thread thread = new Thread(() -> {});
    private long everywhereAt = System.nanoTime();

    WaitlistSweep(
            FreedPlaces freed,
            @Qualifier(Waitlist.STORED) Waitlist waitlist,
            @Qualifier(Clinic.STORED) Clinic clinic,
            OfferPlaces offers) {
        this.freed = freed;
        this.waitlist = waitlist;
        this.clinic = clinic;
        this.offers = offers;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                sweep(freed.take(TICK));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // MongoDB away, say; places are offered once it is back.
                log.warn("the waitlist was not served: {}", e.getClass().getName());
            }
        }
    }

    private void sweep(Set<String> freedAt) {
        boolean everywhere = System.nanoTime() - everywhereAt >= EVERYWHERE.toNanos();
        Set<String> sites = new HashSet<>(waitlist.sitesWaitedAt());
        for (String id : sites) {
            Site site = clinic.site(id).orElse(null);
            if (site != null && (offers.settle(site) || everywhere || freedAt.contains(id))) {
                offers.offer(site);
            }
        }
        if (everywhere) {
            everywhereAt = System.nanoTime();
        }
    }

    @Override
    public void start() {
        thread = new Thread(this::run, "waitlist");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is not offered yet is offered by the next who runs. */
    @Override
    public void stop() {
        thread.interrupt();
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}

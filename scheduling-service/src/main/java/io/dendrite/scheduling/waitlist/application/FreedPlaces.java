package io.dendrite.scheduling.waitlist.application;

import io.dendrite.scheduling.clinic.application.PlacesFreed;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Passes on at which sites something may have become free, from whoever frees it to the one who offers it. */
@Component
class FreedPlaces implements PlacesFreed {

    private static final Logger log = LoggerFactory.getLogger(FreedPlaces.class);

    /** Enough for any burst; what does not fit is found by the sweep. */
    private final BlockingQueue<String> sites = new LinkedBlockingQueue<>(1_000);

    @Override
    public void at(String siteId) {
        if (!sites.offer(siteId)) {
            log.debug("too many sites at once; {} waits for the sweep", siteId);
        }
    }

    /** The sites that were named since the last call, each once; none if there is no first one for so long. */
    Set<String> take(Duration patience) throws InterruptedException {
        Set<String> freed = new LinkedHashSet<>();
        String first = sites.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            freed.add(first);
            sites.drainTo(freed);
        }
        return freed;
    }
}

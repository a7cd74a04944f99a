package io.dendrite.scheduling.calendar.application;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes expired holds out of the calendar. Nothing waits for it: an expired hold counts nowhere, and whoever needs its
 * claims takes it out. Any instance may run it, several at once too.
 */
@Component
class EndExpiredHolds {

    private static final Logger log = LoggerFactory.getLogger(EndExpiredHolds.class);
    private static final int BATCH = 500;

    private final Holds holds;

    EndExpiredHolds(@Qualifier(Holds.STORED) Holds holds) {
        this.holds = holds;
    }

    /** Takes one batch out; the rest waits for the next run. */
    @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void end() {
        int ended = holds.endExpired(BATCH);
        if (ended > 0) {
            log.info("Took {} expired holds out of the calendar", ended);
        }
    }
}

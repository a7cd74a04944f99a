package io.dendrite.notification.page.mongo;

import io.dendrite.notification.ledger.application.StoreUnavailableException;
import io.dendrite.notification.page.application.Links;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets links that have expired: they are good for nothing, and tell of appointments. */
@Component
class ForgetLinks {

    private static final Logger log = LoggerFactory.getLogger(ForgetLinks.class);

    /** For a while an expired link is told from one that never was. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Links links;
    private final Clock clock;

    ForgetLinks(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${dendrite.pages.sweep}")
    void forget() {
        try {
            links.forgetExpired(clock.instant().minus(KEPT));
        } catch (StoreUnavailableException e) {
            log.warn("expired links stay for now: the store cannot be reached");
        }
    }
}

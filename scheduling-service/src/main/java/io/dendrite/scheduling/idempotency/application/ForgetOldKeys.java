package io.dendrite.scheduling.idempotency.application;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes keys past their time. Any instance may do it, also several at once. */
@Component
class ForgetOldKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetOldKeys.class);

    private final KeyedRequests requests;
    private final Clock clock;

    ForgetOldKeys(KeyedRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            LOG.debug("forgot {} idempotency keys", requests.sweep(clock.instant()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "could not delete old idempotency keys, next try in an hour: {}",
                    e.getClass().getName());
        }
    }
}

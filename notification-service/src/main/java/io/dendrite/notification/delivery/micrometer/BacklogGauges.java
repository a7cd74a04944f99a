package io.dendrite.notification.delivery.micrometer;

import io.dendrite.notification.delivery.application.DeliverySettings;
import io.dendrite.notification.ledger.application.Backlog;
import io.dendrite.notification.ledger.application.NoticeQueue;
import io.dendrite.notification.ledger.application.StoreUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What is left to send, for operators. The ledger is asked at intervals, not whenever somebody looks. DEGRADED means that
 * notices have been due for so long that patients miss them; the service itself works, so nothing is to be restarted.
 */
@Component("notices")
class BacklogGauges implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "notices are late");

    private final NoticeQueue queue;
    private final Duration tolerated;
    private final Clock clock;
    private volatile Backlog backlog = new Backlog(0, 0, Optional.empty());

    BacklogGauges(NoticeQueue queue, DeliverySettings settings, MeterRegistry meters, Clock clock) {
        this.queue = queue;
        this.tolerated = settings.degradedAfter();
        this.clock = clock;
        Gauge.builder("dendrite.notices.due", () -> backlog.due())
                .description("Notices that are due and not settled")
                .register(meters);
        Gauge.builder("dendrite.notices.waiting", () -> backlog.waiting())
                .description("Notices that are due later, mostly reminders")
                .register(meters);
        Gauge.builder("dendrite.notices.oldest.due.age", () -> age().toSeconds())
                .baseUnit("seconds")
                .description("For how long the notice that has been due longest is")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${dendrite.notices.backlog-poll}")
    void look() {
        try {
            backlog = queue.backlog(clock.instant());
        } catch (StoreUnavailableException e) {
            // The database's own health says so; what was known stays until it is back.
            return;
        }
    }

    private Duration age() {
        Instant now = clock.instant();
        return backlog.oldestDue().map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
    }

    @Override
    public Health health() {
        Duration age = age();
        Health.Builder health = age.compareTo(tolerated) > 0 ? Health.status(DEGRADED) : Health.up();
        return health.withDetail("due", backlog.due())
                .withDetail("oldestDueSeconds", age.toSeconds())
                .build();
    }
}

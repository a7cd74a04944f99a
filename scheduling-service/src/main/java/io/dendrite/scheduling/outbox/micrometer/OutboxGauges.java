package io.dendrite.scheduling.outbox.micrometer;

import com.mongodb.MongoException;
import io.dendrite.scheduling.outbox.application.OutboxBacklog;
import io.dendrite.scheduling.outbox.application.OutboxStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What waits in the outbox. It is asked for at intervals, not whenever somebody looks; while the database is away the last figure stays. */
@Component
class OutboxGauges {

    private final OutboxStore store;
    private final Clock clock;
    private volatile OutboxBacklog backlog = new OutboxBacklog(0, Optional.empty());

    OutboxGauges(OutboxStore store, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.clock = clock;
        Gauge.builder("dendrite.outbox.waiting", () -> backlog.documents())
                .description("Documents with events that are not yet published")
                .register(meters);
        Gauge.builder("dendrite.outbox.oldest.age", () -> age().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("For how long the event that has waited longest does")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${dendrite.metrics.poll}")
    void look() {
        try {
            backlog = store.backlog();
        } catch (MongoException e) {
            // Its own health and the outage's log lines say so.
            return;
        }
    }

    private Duration age() {
        return backlog.oldest()
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
    }
}

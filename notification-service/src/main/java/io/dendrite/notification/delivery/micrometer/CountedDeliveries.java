package io.dendrite.notification.delivery.micrometer;

import io.dendrite.notification.delivery.application.Deliveries;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what becomes of notices. */
@Component
class CountedDeliveries implements Deliveries {

    private final MeterRegistry meters;
    private final Timer delay;

    CountedDeliveries(MeterRegistry meters) {
        this.meters = meters;
        this.delay = Timer.builder("dendrite.notices.delay")
                .description("From what a notice tells to the mail server's acceptance; only of those due at once")
                .register(meters);
    }

    @Override
    public void settled(Outcome outcome, String reason) {
        meters.counter(
                        "dendrite.notices.settled",
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT),
                        "reason",
                        Reasons.of(reason))
                .increment();
    }

    @Override
    public void delayed(Duration sinceItHappened) {
        delay.record(sinceItHappened.isNegative() ? Duration.ZERO : sinceItHappened);
    }
}

package io.dendrite.scheduling.calendar.micrometer;

import com.mongodb.MongoException;
import io.dendrite.scheduling.calendar.application.Holds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many holds and offers stand. They are counted at intervals; while the database is away the last figure stays. */
@Component
class HoldGauges {

    private final Holds holds;
    private volatile Holds.Standing standing = new Holds.Standing(0, 0);

    HoldGauges(@Qualifier(Holds.STORED) Holds holds, MeterRegistry meters) {
        this.holds = holds;
        Gauge.builder("dendrite.holds.standing", () -> standing.holds())
                .description("Holds of front desks that have not expired")
                .register(meters);
        Gauge.builder("dendrite.offers.standing", () -> standing.offers())
                .description("Places offered to those who wait, and not answered yet")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${dendrite.metrics.poll}")
    void look() {
        try {
            standing = holds.standing();
        } catch (MongoException e) {
            // Its own health says so.
            return;
        }
    }
}

package io.dendrite.notification.delivery.bucket4j;

import io.dendrite.notification.delivery.application.Pace;
import io.dendrite.notification.delivery.application.RelaySettings;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** A bucket that refills evenly and holds what a second allows, so that no second sees more than twice of it. */
@Component
@EnableConfigurationProperties(RelaySettings.class)
class BucketPace implements Pace {

    private final Bucket bucket;

    BucketPace(RelaySettings settings) {
        int rate = settings.perSecond();
        bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(rate).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }

    @Override
    public boolean take(Duration atMost) throws InterruptedException {
        return bucket.asBlocking().tryConsume(1, atMost);
    }

    @Override
    public void giveBack() {
        bucket.addTokens(1);
    }
}

package io.dendrite.gateway.quota.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.gateway.quota.model.Limit;
import io.dendrite.gateway.quota.model.Standing;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final Limit LIMIT = new Limit("searches", Limit.Per.USER, 10, Duration.ofSeconds(60));

    private final AtomicLong now = new AtomicLong();
    private final Quota quota = new Quota(LIMIT, 100, new Hands());

    @Test
    void countsDownAndRefusesWhenNothingIsLeft() {
        for (int left = 9; left >= 0; left--) {
            Standing standing = quota.use("anna");
            assertThat(standing.admitted()).isTrue();
            assertThat(standing.remaining()).isEqualTo(left);
            assertThat(standing.next()).isZero();
        }

        Standing refused = quota.use("anna");
        assertThat(refused.admitted()).isFalse();
        assertThat(refused.next()).isEqualTo(Duration.ofSeconds(6));
        assertThat(refused.full()).isEqualTo(Duration.ofSeconds(60));
        assertThat(quota.use("bert").admitted()).as("another caller").isTrue();
    }

    @Test
    void letsThroughWhoWaitedAsLongAsItSaid() {
        IntStream.range(0, 10).forEach(i -> quota.use("anna"));

        now.addAndGet(quota.use("anna").next().toNanos());

        assertThat(quota.use("anna").admitted()).isTrue();
        assertThat(quota.use("anna").admitted()).isFalse();
    }

    @Test
    void keepsSoManyCallersInMindAndNoMore() {
        IntStream.range(0, 10_000).forEach(i -> quota.use("caller " + i));

        assertThat(quota.remembered()).isLessThanOrEqualTo(100);
    }

    @Test
    void forgetsACallerWhoseBucketIsFullAgain() {
        quota.use("anna");
        assertThat(quota.remembered()).isEqualTo(1);

        now.addAndGet(Duration.ofSeconds(61).toNanos());

        assertThat(quota.remembered()).isZero();
        assertThat(quota.use("anna").remaining()).isEqualTo(9);
    }

    /** A clock that moves when the test says. */
    private final class Hands implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}

package io.dendrite.localstack.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RenewedTokenTest {

    private Instant now = Instant.parse("2027-03-08T09:00:00Z");
    private int asked;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void isAskedForOnceAndAgainBeforeItExpires() {
        RenewedToken token = new RenewedToken(() -> new Tokens.Token("t" + ++asked, Duration.ofHours(1)), clock);

        assertThat(token.get()).isEqualTo("t1");
        now = now.plus(Duration.ofMinutes(54));
        assertThat(token.get()).isEqualTo("t1");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(token.get()).isEqualTo("t2");
        assertThat(token.get()).isEqualTo("t2");
    }

    @Test
    void thatLivesShorterThanTheReserveIsNeverUsedTwice() {
        RenewedToken token = new RenewedToken(() -> new Tokens.Token("t" + ++asked, Duration.ofMinutes(1)), clock);

        assertThat(token.get()).isEqualTo("t1");
        assertThat(token.get()).isEqualTo("t2");
    }
}

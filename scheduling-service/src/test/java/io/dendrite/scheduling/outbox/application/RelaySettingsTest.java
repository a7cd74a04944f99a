package io.dendrite.scheduling.outbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelaySettingsTest {

    private final RelaySettings settings = RelaySettings.standard();

    @Test
    void doesNotPauseAfterAGoodRound() {
        assertThat(settings.backoff(0)).isZero();
    }

    @Test
    void doublesThePauseWithEachFailedRound() {
        assertThat(settings.backoff(1)).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.backoff(2)).isEqualTo(Duration.ofMillis(400));
        assertThat(settings.backoff(3)).isEqualTo(Duration.ofMillis(800));
    }

    @Test
    void neverPausesLongerThanTheLongest() {
        assertThat(settings.backoff(6)).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.backoff(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(5));
    }
}

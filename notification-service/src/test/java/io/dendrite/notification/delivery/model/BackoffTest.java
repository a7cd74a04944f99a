package io.dendrite.notification.delivery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Duration INITIAL = Duration.ofSeconds(2);
    private static final Duration CAP = Duration.ofMinutes(5);

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "8, 256", "9, 300", "10, 300", "100000, 300"})
    void doublesUpToTheCap(int failures, long seconds) {
        Backoff backoff = new Backoff(INITIAL, 2, CAP, () -> 0);

        assertThat(backoff.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void shortensEachWaitByUpToAHalf() {
        assertThat(new Backoff(INITIAL, 2, CAP, () -> 0.5).after(3)).isEqualTo(Duration.ofSeconds(6));
        assertThat(new Backoff(INITIAL, 2, CAP, () -> 0.999999).after(3))
                .isBetween(Duration.ofSeconds(4), Duration.ofMillis(4001));
    }

    @Test
    void takesNoFailureForOne() {
        assertThat(new Backoff(INITIAL, 2, CAP, () -> 0).after(0)).isEqualTo(INITIAL);
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, 2, CAP, () -> 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(CAP, 2, INITIAL, () -> 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(INITIAL, 0.5, CAP, () -> 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

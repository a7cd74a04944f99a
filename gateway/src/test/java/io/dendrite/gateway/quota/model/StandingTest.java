package io.dendrite.gateway.quota.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.gateway.start.model.StartRefusedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    private static final Limit CLIENT = new Limit("client", Limit.Per.CLIENT, 100, Duration.ofMinutes(1));
    private static final Limit MAILS = new Limit("mails", Limit.Per.USER, 5, Duration.ofMillis(1500));

    @Test
    void isWrittenAsTheDraftDefinesIt() {
        List<Standing> standings = List.of(
                new Standing(CLIENT, true, 50, Duration.ofSeconds(30), Duration.ZERO),
                new Standing(MAILS, false, 0, Duration.ofMillis(1_400), Duration.ofMillis(200)));

        assertThat(Standing.policies(standings)).isEqualTo("\"client\";q=100;w=60, \"mails\";q=5;w=2");
        assertThat(Standing.remainders(standings)).isEqualTo("\"client\";r=50;t=30, \"mails\";r=0;t=2");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 1", "PT0.2S, 1", "PT1S, 1", "PT1.001S, 2", "PT9M59.9S, 600"})
    void asksToWaitLongEnough(Duration next, long seconds) {
        assertThat(new Standing(CLIENT, false, 0, Duration.ZERO, next).retryAfter())
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"searches, 0, PT1M", "searches, -1, PT1M", "searches, 1, PT0S", "Sear\"ches, 1, PT1M", "'', 1, PT1M"})
    void needsALimitThatCanBeKept(String name, long capacity, Duration period) {
        assertThatThrownBy(() -> new Limit(name, Limit.Per.USER, capacity, period))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("dendrite.gateway.quota.limits." + name);
    }
}

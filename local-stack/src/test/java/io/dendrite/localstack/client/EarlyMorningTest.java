package io.dendrite.localstack.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyMorningTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 5, 12, 16, 17, 23})
    void itIsFourThereAtWhateverHourItIsHere(int hour) {
        Instant now = Instant.parse("2027-03-08T%02d:30:00Z".formatted(hour));

        assertThat(now.atZone(EarlyMorning.zone(Clock.fixed(now, ZoneOffset.UTC)))
                        .getHour())
                .isEqualTo(4);
    }
}

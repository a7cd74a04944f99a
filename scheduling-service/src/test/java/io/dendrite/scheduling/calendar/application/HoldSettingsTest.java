package io.dendrite.scheduling.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 5, dendrite.holds.default-minutes",
        "31, 5, dendrite.holds.default-minutes",
        "10, 0, dendrite.holds.per-user",
        "10, 101, dendrite.holds.per-user"
    })
    void refusesWhatIsOutOfBoundsNamingTheSetting(int minutes, int perUser, String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoldSettings(minutes, perUser))
                .withMessageStartingWith(setting);
    }

    @Test
    void takesTheBoundsThemselves() {
        assertThat(new HoldSettings(1, 1).perUser()).isEqualTo(1);
        assertThat(new HoldSettings(30, 100).defaultMinutes()).isEqualTo(30);
    }
}

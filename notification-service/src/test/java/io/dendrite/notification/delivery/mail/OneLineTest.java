package io.dendrite.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nb",
                "a\nb",
                "a\rb",
                "a\u0000b",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u202Eb",
                "a\r\n\t\u000Bb\n"
            })
    void turnsEveryBreakIntoOneSpace(String text) {
        assertThat(OneLine.of(text)).isEqualTo("a b");
    }

    @Test
    void leavesWhatIsPrintedAlone() {
        assertThat(OneLine.of("María José O'Brien-Łukasz 文")).isEqualTo("María José O'Brien-Łukasz 文");
    }
}

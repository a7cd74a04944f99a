package io.dendrite.scheduling.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineValidatorTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private record Text(@OneLine(max = 10) String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"a", "0123456789", "María José", "漢字", "O'Neil-Ng", "🙂"})
    void acceptsATextInOneLine(String text) {
        assertThat(VALIDATOR.validate(new Text(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "01234567890",
                "a\nb",
                "a\r\nb",
                "a\tb",
                "a\u0000b",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "\u007f",
                "\ud83d"
            })
    void refusesABlankAnOverlongAndABrokenOne(String text) {
        assertThat(VALIDATOR.validate(new Text(text)))
                .extracting(violation -> violation.getMessage())
                .containsExactly("must be 1 to 10 characters in one line, without control characters");
    }

    @Test
    void leavesNullToOthers() {
        assertThat(VALIDATOR.validate(new Text(null))).isEmpty();
    }
}

package io.dendrite.scheduling.idempotency.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.scheduling.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void bothSpellingsMeanTheSameKey() {
        assertThat(IdempotencyKey.parse("\"8e03978e-40d5\"")).isEqualTo("8e03978e-40d5");
        assertThat(IdempotencyKey.parse(" 8e03978e-40d5 ")).isEqualTo("8e03978e-40d5");
    }

    @Test
    void readsEscapesAndSpacesInsideQuotes() {
        assertThat(IdempotencyKey.parse("\"a \\\"b\\\" \\\\c\"")).isEqualTo("a \"b\" \\c");
    }

    @Test
    void acceptsUpTo255Characters() {
        assertThat(IdempotencyKey.parse("x".repeat(255))).hasSize(255);
        assertThatThrownBy(() -> IdempotencyKey.parse("x".repeat(256))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> IdempotencyKey.parse("\"" + "x".repeat(256) + "\""))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\"\"", "\"", "\"a", "a\"", "a b", "\"a\"b", "\"a\\b\"", "kéy", "\"kéy\"", "a\u0000"})
    void refusesWhatIsNoKey(String header) {
        assertThatThrownBy(() -> IdempotencyKey.parse(header)).isInstanceOf(ProblemException.class);
    }
}

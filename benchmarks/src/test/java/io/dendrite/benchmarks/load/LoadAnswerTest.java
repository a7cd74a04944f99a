package io.dendrite.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadAnswerTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "b-17"})
    void comesBackFromItsLine(String id) {
        LoadAnswer answer = new LoadAnswer("book", 201, 12, 3456, 1_700_000_000_000L, id);

        assertThat(LoadAnswer.of(answer.text())).isEqualTo(answer);
    }
}

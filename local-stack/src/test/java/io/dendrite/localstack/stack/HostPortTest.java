package io.dendrite.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

    @Test
    void readsTheFirstOfSeveral() {
        assertThat(HostPort.parse("--kafka", "one:9092,two:9093")).isEqualTo(new HostPort("one", 9092));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", ":25", "localhost:", "localhost:mail", "localhost:0", "localhost:70000"})
    void namesTheOptionAndWhatWouldBeRight(String given) {
        assertThatThrownBy(() -> HostPort.parse("--smtp", given))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--smtp must be HOST:PORT");
    }
}

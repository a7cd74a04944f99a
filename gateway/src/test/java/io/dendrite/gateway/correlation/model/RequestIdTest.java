package io.dendrite.gateway.correlation.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "desk-3.2026_11", "0f8fad5b-d9cb-469f-a165-70867728950e"})
    void keepsAWellFormedId(String id) {
        assertThat(RequestId.acceptedOrNew(id).value()).isEqualTo(id);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a b", "a\nforged=line", "<b>", ".a", "ä", "a;b", "a/b"})
    void replacesAnythingElse(String id) {
        assertThat(RequestId.acceptedOrNew(id).value()).matches("[0-9a-f-]{36}");
    }

    @Test
    void boundsTheLengthTo64() {
        assertThat(RequestId.acceptedOrNew("x".repeat(64)).value()).hasSize(64);
        assertThat(RequestId.acceptedOrNew("x".repeat(65)).value()).hasSize(36);
    }
}

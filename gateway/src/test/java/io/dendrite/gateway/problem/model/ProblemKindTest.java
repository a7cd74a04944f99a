package io.dendrite.gateway.problem.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemKindTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsStatus(ProblemKind kind) {
        assertThat(ProblemKind.ofStatus(kind.status())).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"418, MALFORMED_REQUEST", "415, MALFORMED_REQUEST", "501, INTERNAL", "302, INTERNAL"})
    void hasAKindForAnyOtherStatus(int status, ProblemKind kind) {
        assertThat(ProblemKind.ofStatus(status)).isEqualTo(kind);
    }

    @Test
    void keepsTheTypesThatClientsKnow() {
        assertThat(ProblemKind.UNAVAILABLE.type()).isEqualTo("/problems/unavailable");
        assertThat(ProblemKind.PAYLOAD_TOO_LARGE.type()).isEqualTo("/problems/payload-too-large");
    }
}

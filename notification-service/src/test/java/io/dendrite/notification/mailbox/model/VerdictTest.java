package io.dendrite.notification.mailbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, PERMANENT",
        "Failed, 5.0.0, PERMANENT",
        "failed, '5.7.1 (delivery not authorized)', PERMANENT",
        "failed, 5.2.2, TEMPORARY",
        "failed, 4.4.7, TEMPORARY",
        "failed, '', UNCLEAR",
        "failed, 2.0.0, UNCLEAR",
        "failed, nonsense, UNCLEAR",
        "'', 5.1.1, UNCLEAR",
        "delayed, 4.4.1, NOTHING",
        "delivered, 2.0.0, NOTHING",
        "relayed, 2.1.5, NOTHING",
        "expanded, 2.1.5, NOTHING",
    })
    void failuresCountByTheirCode(String action, String status, Verdict verdict) {
        assertThat(Verdict.of(action, status)).isEqualTo(verdict);
    }
}

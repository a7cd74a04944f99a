package io.dendrite.gateway.backend.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallFailureTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_CONNECTED, true, 0, true",
        "NOT_CONNECTED, false, 0, true",
        "BROKEN, true, 1, true",
        "BROKEN, true, 2, false",
        "BROKEN, false, 1, false",
        "TIMED_OUT, true, 1, false",
        "TIMED_OUT, false, 1, false",
    })
    void repeatsOnlyWhatCannotDoHarm(CallFailure failure, boolean safe, int sends, boolean allowed) {
        assertThat(failure.allowsAnotherTry(safe, sends)).isEqualTo(allowed);
    }
}

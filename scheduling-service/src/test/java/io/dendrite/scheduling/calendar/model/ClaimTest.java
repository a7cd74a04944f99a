package io.dendrite.scheduling.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {

    @Test
    void writesResourceLaneAndQuarter() {
        assertThat(new Claim("chair-1", 2, 2_004_516).text()).isEqualTo("chair-1/2@2004516");
        assertThat(Claim.ofPatient("p7", 2_004_516)).isEqualTo("patient-p7@2004516");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chair-1", "a/b", "nurse@home", "x/1@2", "ärztin 1"})
    void readsWhatItWrote(String resource) {
        Claim claim = new Claim(resource, 3, -42);

        assertThat(Claim.parse(claim.text())).contains(claim);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b-4711", "patient-p7@2004516", "0190d7c2-6a5b", ""})
    void readsNothingFromWhatIsNoResourcesClaim(String text) {
        assertThat(Claim.parse(text)).isEmpty();
    }
}

package io.dendrite.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerAddressTest {

    @Test
    void staysAsItWasGivenBecauseTokensNameItToTheLetter() {
        assertThat(IssuerAddress.checked("https://login.example/realms/clinic/"))
                .isEqualTo("https://login.example/realms/clinic/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "login.example", "ftp://login.example", "https:///x", "https://a/?b=c", "http://a b/"})
    void refusesWhatIsNoAddress(String given) {
        assertThatThrownBy(() -> IssuerAddress.checked(given))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--issuer must be an address");
    }
}

package io.dendrite.localissuer.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

class RequestedSitesTest {

    @Test
    void areAllWhenNoneIsNamed() {
        assertThat(RequestedSites.of(Map.of())).containsExactly("*");
        assertThat(RequestedSites.of(Map.of("sites", "*"))).containsExactly("*");
    }

    @Test
    void mayBeNamedInOneParameterOrInSeveral() {
        assertThat(RequestedSites.of(Map.of("sites", "one  two one"))).containsExactly("one", "two");
        assertThat(RequestedSites.of(Map.of("sites", new String[] {"one", "two"})))
                .containsExactly("one", "two");
    }

    @Test
    void areRefusedWhenTheyAreTooMany() {
        String many =
                IntStream.rangeClosed(1, 51).mapToObj(number -> "s" + number).collect(Collectors.joining(" "));

        assertThatThrownBy(() -> RequestedSites.of(Map.of("sites", many)))
                .isInstanceOf(OAuth2AuthenticationException.class);
    }

    @Test
    void anEmptyParameterIsNotEverySite() {
        assertThatThrownBy(() -> RequestedSites.of(Map.of("sites", "")))
                .isInstanceOf(OAuth2AuthenticationException.class);
    }
}

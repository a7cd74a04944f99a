package io.dendrite.gateway.access.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.gateway.start.model.StartRefusedException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8083, http://localhost:8083/.well-known/openid-configuration",
        "https://login.example/realms/a/, https://login.example/realms/a/.well-known/openid-configuration"
    })
    void describesItselfUnderItsName(String name, String address) {
        assertThat(Issuer.of(name, "").metadataAt()).isEqualTo(URI.create(address));
        assertThat(Issuer.of(name, null).name()).as("kept to the letter").isEqualTo(name);
    }

    @Test
    void mayHaveItsKeysElsewhere() {
        assertThat(Issuer.of("http://localhost:8083", "http://issuer:8083/keys").keysAt())
                .hasValue(URI.create("http://issuer:8083/keys"));
        assertThat(Issuer.of("http://localhost:8083", " ").keysAt()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "issuer", "ftp://a.example", "http://", "http://a b", "http://a.example#x"})
    void mustBeThereAndBeAnAddress(String name) {
        assertThatThrownBy(() -> Issuer.of(name, null))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("spring.security.oauth2.resourceserver.jwt.issuer-uri");
        if (name != null && !name.isBlank()) {
            assertThatThrownBy(() -> Issuer.of("http://a.example", name))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("jwk-set-uri");
        }
    }
}

package io.dendrite.gateway.backend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendTest {

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final Instance a = new Instance(URI.create("http://a:1"), clock);
    private final Instance b = new Instance(URI.create("http://b:1/"), clock);
    private final Instance c = new Instance(URI.create("https://c"), clock);
    private final Backend backend = new Backend("scheduling", List.of(a, b, c));

    @Test
    void givesEachInstanceItsTurn() {
        assertThat(backend.inTurn()).containsExactly(a, b, c);
        assertThat(backend.inTurn()).containsExactly(b, c, a);
        assertThat(backend.inTurn()).containsExactly(c, a, b);
        assertThat(backend.inTurn()).containsExactly(a, b, c);
    }

    @Test
    void asksARestingInstanceLast() {
        a.rest(Duration.ofSeconds(3));

        assertThat(backend.inTurn()).containsExactly(b, c, a);

        now = now.plusSeconds(3);
        backend.inTurn();
        backend.inTurn();
        assertThat(backend.inTurn()).containsExactly(a, b, c);
    }

    @Test
    void stillAsksWhenAllRest() {
        List.of(a, b, c).forEach(instance -> instance.rest(Duration.ofSeconds(3)));

        assertThat(backend.inTurn()).containsExactly(a, b, c);
    }

    @Test
    void refusesABackEndWithoutInstances() {
        assertThatThrownBy(() -> new Backend("scheduling", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scheduling");
    }

    @Test
    void keepsATargetAsItWasWritten() {
        URI asked = URI.create("http://public/api/v1/patients?q=J%C3%B6rg%20%2B&x");

        assertThat(b.target(asked)).hasToString("http://b:1/api/v1/patients?q=J%C3%B6rg%20%2B&x");
        assertThat(c.target(URI.create("http://public/api"))).hasToString("https://c/api");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduling:8081", "ftp://a", "http:///x", "http://a:1/api", "http://a?x", "a"})
    void refusesAnAddressThatIsNotABase(String address) {
        assertThatThrownBy(() -> new Instance(URI.create(address), clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://host:port");
    }
}

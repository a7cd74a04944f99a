package io.dendrite.gateway.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.dendrite.gateway.problem.model.ProblemException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class IssuerKeysTest {

    private static final ECKey OLD = key("old");
    private static final ECKey NEW = key("new");

    private final AtomicInteger fetches = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-25T08:00:00Z");
    private JWKSet published = new JWKSet(OLD);
    private boolean away;

    private final IssuerKeys keys = new IssuerKeys(
            Mono.defer(() -> {
                fetches.incrementAndGet();
                return away ? Mono.error(new IOException("away")) : Mono.just(published);
            }),
            new KeySettings(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofSeconds(2), 10),
            new Moved());

    @Test
    void areFetchedOnceWhileTheyAreFresh() {
        for (int i = 0; i < 100; i++) {
            assertThat(of("old")).containsExactly(OLD);
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void followARotationAtOnce() {
        of("old");
        published = new JWKSet(NEW);

        assertThat(of("new")).containsExactly(NEW);
        assertThat(of("old")).as("withdrawn").isEmpty();
    }

    @Test
    void dropAWithdrawnKeyWhenTheyAreNoLongerFresh() {
        of("old");
        published = new JWKSet(NEW);
        assertThat(of("old")).as("not known yet").containsExactly(OLD);

        now = now.plus(Duration.ofMinutes(5));
        assertThat(of("old")).isEmpty();
    }

    @Test
    void areGoodForAWhileWhenTheIssuerIsAway() {
        of("old");
        away = true;

        now = now.plus(Duration.ofMinutes(59));
        assertThat(of("old")).containsExactly(OLD);

        now = now.plus(Duration.ofMinutes(2));
        assertThatThrownBy(() -> of("old")).isInstanceOf(ProblemException.class);
    }

    @Test
    void areAskedForOnlySoOften() {
        of("old");
        for (int i = 0; i < 500; i++) {
            assertThat(of("made-up-" + i)).isEmpty();
        }
        assertThat(fetches.get()).isBetween(2, 12);
        assertThat(of("old")).containsExactly(OLD);
    }

    @Test
    void areNotEvenLookedForWithAnAlgorithmThatIsNotTaken() {
        assertThat(keys.apply(token(JWSAlgorithm.HS256, "old")).collectList().block())
                .isEmpty();
        assertThat(fetches).hasValue(0);
    }

    private List<JWK> of(String keyId) {
        return keys.apply(token(JWSAlgorithm.ES256, keyId)).collectList().block();
    }

    private static SignedJWT token(JWSAlgorithm algorithm, String keyId) {
        return new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(keyId).build(),
                new JWTClaimsSet.Builder().subject("anna").build());
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The time of the test. */
    private final class Moved extends Clock {

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
    }
}

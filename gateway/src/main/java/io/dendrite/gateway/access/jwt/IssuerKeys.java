package io.dendrite.gateway.access.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.dendrite.gateway.problem.model.ProblemException;
import io.dendrite.gateway.problem.model.ProblemKind;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys that may have signed a token.
 *
 * <p>Keys are remembered. They are fetched again when they are no longer fresh, and when a token names one that is not
 * among them, so that new keys count without a restart. Tokens with made-up key ids cannot make the gateway ask more
 * often than it is allowed to. All that wait share one fetch.
 */
final class IssuerKeys implements Function<SignedJWT, Flux<JWK>> {

    /** Asymmetric ones only: with an HMAC, everybody who knows the public key could sign (RFC 8725, section 3.1). */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final Mono<JWKSet> fetch;
    private final KeySettings settings;
    private final Clock clock;
    private final Bucket fetches;
    private @Nullable Mono<JWKSet> running;
    private volatile @Nullable Known known;
    private volatile @Nullable Throwable failure;

    IssuerKeys(Mono<JWKSet> fetch, KeySettings settings, Clock clock) {
        this.fetch = fetch;
        this.settings = settings;
        this.clock = clock;
        this.fetches = Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.fetchesPerMinute())
                        .refillGreedy(settings.fetchesPerMinute(), Duration.ofMinutes(1)))
                .build();
    }

    @Override
    public Flux<JWK> apply(SignedJWT token) {
        if (!ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
            return Flux.empty();
        }
        JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        Known now = known;
        List<JWK> matching = now == null ? List.of() : selector.select(now.keys());
        if (now == null || matching.isEmpty()) {
            return Mono.defer(this::fetched).flatMapIterable(selector::select).onErrorMap(IssuerKeys::unavailable);
        }
        Duration age = Duration.between(now.since(), clock.instant());
        if (age.compareTo(settings.fresh()) < 0) {
            return Flux.fromIterable(matching);
        }
        return Mono.defer(this::fetched)
                .flatMapIterable(selector::select)
                .onErrorResume(e -> age.compareTo(settings.tolerated()) < 0
                        ? Flux.fromIterable(matching)
                        : Flux.error(unavailable(e)));
    }

    private synchronized Mono<JWKSet> fetched() {
        if (running == null) {
            if (!fetches.tryConsume(1)) {
                return remembered();
            }
            running = fetch.doOnSuccess(this::remember)
                    .doOnError(e -> failure = e)
                    .doFinally(signal -> ended())
                    .cache();
        }
        return running;
    }

    private synchronized void ended() {
        running = null;
    }

    private void remember(JWKSet keys) {
        known = new Known(keys, clock.instant());
        failure = null;
    }

    /** What the last fetch brought, when there may be none now. */
    private Mono<JWKSet> remembered() {
        Throwable last = failure;
        Known now = known;
        if (last != null) {
            return Mono.error(last);
        }
        return now == null ? Mono.error(new IllegalStateException("no keys yet")) : Mono.just(now.keys());
    }

    private static ProblemException unavailable(Throwable cause) {
        return new ProblemException(
                ProblemKind.UNAVAILABLE,
                "Tokens cannot be checked now, because their issuer does not answer. Nothing was done; try again later.",
                TRY_AGAIN,
                cause);
    }

    private record Known(JWKSet keys, Instant since) {}
}

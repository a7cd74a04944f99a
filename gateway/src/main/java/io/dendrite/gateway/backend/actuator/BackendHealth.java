package io.dendrite.gateway.backend.actuator;

import io.dendrite.gateway.backend.model.Backend;
import io.dendrite.gateway.backend.model.Instance;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Whether a back end can serve: at least one instance says it is ready. It counts instances and does not name them,
 * since this page is public.
 */
final class BackendHealth implements ReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The page is public, so that asking it often must not burden the services. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final HttpClient client;
    private final Mono<Health> health;

    BackendHealth(Backend backend, HttpClient client) {
        this.client = client;
        this.health = Flux.fromIterable(backend.instances())
                .flatMap(this::isReady)
                .filter(ready -> ready)
                .count()
                .map(ready -> (ready > 0 ? Health.up() : Health.down())
                        .withDetail("instances", backend.instances().size())
                        .withDetail("ready", ready)
                        .build())
                .cache(REMEMBERED);
    }

    @Override
    public Mono<Health> health() {
        return health;
    }

    private Mono<Boolean> isReady(Instance instance) {
        return client.get()
                .uri(instance.base().resolve("/actuator/health/readiness"))
                .response()
                .map(response -> response.status().code() == 200)
                .timeout(PATIENCE)
                .onErrorReturn(false);
    }
}

package io.dendrite.gateway.backend.web;

import io.dendrite.gateway.backend.model.Backend;
import io.dendrite.gateway.backend.model.Instance;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Everything behind the gateway, with a circuit breaker for each instance. */
@Component
public class Backends {

    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);

    private final Map<String, Backend> byName = new LinkedHashMap<>();
    private final Map<Instance, CircuitBreaker> breakers = new LinkedHashMap<>();

    Backends(BackendSettings settings, Clock clock) {
        CircuitBreakerConfig config = config(settings.breaker());
        settings.backends().forEach((name, addresses) -> {
            Backend backend = new Backend(
                    name,
                    addresses.stream()
                            .map(address -> new Instance(address, clock))
                            .toList());
            byName.put(name, backend);
            backend.instances().forEach(instance -> breakers.put(instance, breaker(name, instance, config)));
        });
    }

    /** All back ends. */
    public Collection<Backend> all() {
        return byName.values();
    }

    /**
     * The back end that a route names.
     *
     * @throws IllegalStateException when a route names one that is not configured
     */
    Backend named(@Nullable String name) {
        Backend backend = byName.get(name);
        if (backend == null) {
            throw new IllegalStateException("a route names the unknown back end " + name);
        }
        return backend;
    }

    /** The breaker of an instance of ours. */
    CircuitBreaker breakerOf(Instance instance) {
        CircuitBreaker breaker = breakers.get(instance);
        if (breaker == null) {
            throw new IllegalStateException("no breaker for " + instance.base());
        }
        return breaker;
    }

    private static CircuitBreaker breaker(String backend, Instance instance, CircuitBreakerConfig config) {
        CircuitBreaker breaker = CircuitBreaker.of(backend + " at " + instance.base(), config);
        breaker.getEventPublisher()
                .onStateTransition(change ->
                        LOG.warn("circuit of {}: {}", change.getCircuitBreakerName(), change.getStateTransition()));
        return breaker;
    }

    private static CircuitBreakerConfig config(BackendSettings.Breaker breaker) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(breaker.window())
                .minimumNumberOfCalls(breaker.minimumCalls())
                .failureRateThreshold(breaker.failureRate())
                .waitDurationInOpenState(breaker.openTime())
                .permittedNumberOfCallsInHalfOpenState(breaker.trialCalls())
                .build();
    }
}

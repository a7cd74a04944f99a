package io.dendrite.gateway.backend.web;

import io.dendrite.gateway.backend.model.Backend;
import io.dendrite.gateway.backend.model.CallFailure;
import io.dendrite.gateway.backend.model.Instance;
import io.dendrite.gateway.problem.model.ProblemException;
import io.dendrite.gateway.problem.model.ProblemKind;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends requests of routes with the address {@code backend://name} to an instance of that back end, and to another
 * one where that cannot do harm.
 */
@Component
class BackendFilter implements GlobalFilter, Ordered {

    private static final String LEAVING = "Dendrite-Leaving";

    private final Backends backends;
    private final BackendSettings settings;

    BackendFilter(Backends backends, BackendSettings settings) {
        this.backends = backends;
        this.settings = settings;
    }

    /** Right after the route's address is known. */
    @Override
    public int getOrder() {
        return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        URI route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
        if (!"backend".equals(route.getScheme())) {
            return chain.filter(exchange);
        }
        Backend backend = backends.named(route.getHost());
        Attempts attempts =
                new Attempts(backend, Attempts.isSafe(exchange.getRequest().getMethod()));
        return attempt(exchange, chain, attempts, null);
    }

    private Mono<Void> attempt(
            ServerWebExchange exchange, GatewayFilterChain chain, Attempts attempts, @Nullable Throwable before) {
        Optional<Instance> next =
                attempts.next(instance -> backends.breakerOf(instance).tryAcquirePermission());
        if (next.isEmpty()) {
            return Mono.error(before == null ? unavailable(attempts, null) : problem(attempts, before));
        }
        Instance instance = next.get();
        CircuitBreaker breaker = backends.breakerOf(instance);
        exchange.getAttributes()
                .put(
                        ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR,
                        instance.target(exchange.getRequest().getURI()));
        Mono<Void> call = chain.filter(exchange).doOnSuccess(done -> heedFarewell(exchange, instance));
        return InstanceCall.observed(call, breaker).onErrorResume(failure -> {
            Optional<CallFailure> kind = InstanceCall.kindOf(failure);
            if (kind.isEmpty()) {
                return Mono.error(failure);
            }
            if (kind.get() == CallFailure.NOT_CONNECTED) {
                instance.rest(settings.restAfterRefusal());
            }
            if (!attempts.allowAnotherAfter(kind.get())) {
                return Mono.error(problem(attempts, failure));
            }
            ServerWebExchangeUtils.reset(exchange);
            return attempt(exchange, chain, attempts, failure);
        });
    }

    /** An instance that is about to stop says so with its answers: it gets no further requests while there is another. */
    private void heedFarewell(ServerWebExchange exchange, Instance instance) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        if (headers.containsHeader(LEAVING)) {
            headers.remove(LEAVING);
            instance.rest(settings.restAfterFarewell());
        }
    }

    private ProblemException problem(Attempts attempts, Throwable failure) {
        String service = attempts.backend().name();
        return switch (InstanceCall.kindOf(failure).orElse(CallFailure.BROKEN)) {
            case NOT_CONNECTED -> unavailable(attempts, failure);
            case BROKEN ->
                new ProblemException(
                        ProblemKind.BAD_GATEWAY,
                        "The " + service + " service broke off before it answered." + attempts.advice(),
                        null,
                        failure);
            case TIMED_OUT ->
                new ProblemException(
                        ProblemKind.TIMEOUT,
                        "The " + service + " service did not answer in time." + attempts.advice(),
                        null,
                        failure);
        };
    }

    private ProblemException unavailable(Attempts attempts, @Nullable Throwable failure) {
        return new ProblemException(
                ProblemKind.UNAVAILABLE,
                "The " + attempts.backend().name() + " service cannot be reached. Nothing was done; try again later.",
                settings.breaker().openTime(),
                failure);
    }
}

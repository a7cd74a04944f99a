package io.dendrite.gateway.correlation.web;

import io.dendrite.gateway.correlation.model.Correlation;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * One log line for each request. It names the route, never the path or the query, since these may hold a patient's
 * name.
 */
@Component
@Order(CorrelationFilter.ORDER + 1)
class AccessLogFilter implements WebFilter {

    private static final Logger ACCESS = LoggerFactory.getLogger("io.dendrite.gateway.access");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long begun = System.nanoTime();
        return chain.filter(exchange)
                .doFinally(signal -> log(exchange, signal, Duration.ofNanos(System.nanoTime() - begun)));
    }

    private static void log(ServerWebExchange exchange, SignalType signal, Duration took) {
        Correlation correlation = exchange.getRequiredAttribute(Correlation.ATTRIBUTE);
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        ACCESS.info(
                "method={} route={} status={} durationMs={} requestId={} traceId={} end={}",
                exchange.getRequest().getMethod(),
                route == null ? "-" : route.getId(),
                status == null ? "-" : status.value(),
                took.toMillis(),
                correlation.requestId().value(),
                correlation.trace().traceId(),
                switch (signal) {
                    case CANCEL -> "client-gone";
                    case ON_ERROR -> "broken";
                    default -> "answered";
                });
    }
}

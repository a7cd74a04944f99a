package io.dendrite.gateway.correlation.web;

import io.dendrite.gateway.correlation.model.Correlation;
import io.dendrite.gateway.correlation.model.RequestId;
import io.dendrite.gateway.correlation.model.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every request its ids before anything else looks at it, and names the request in every answer. */
@Component
@Order(CorrelationFilter.ORDER)
class CorrelationFilter implements WebFilter {

    static final int ORDER = -500;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        Correlation correlation =
                new Correlation(RequestId.acceptedOrNew(headers.getFirst(RequestId.HEADER)), trace(exchange));
        exchange.getAttributes().put(Correlation.ATTRIBUTE, correlation);
        exchange.getResponse().beforeCommit(() -> {
            // Late, so that it replaces what a service may have answered.
            exchange.getResponse()
                    .getHeaders()
                    .set(RequestId.HEADER, correlation.requestId().value());
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    /** The span that the server began for the exchange; without a tracer a position of our own. */
    private static TraceContext trace(ServerWebExchange exchange) {
        TraceContext own =
                TraceContext.continuing(exchange.getRequest().getHeaders().getOrEmpty(TraceContext.HEADER));
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(context -> (TracingContext) context.get(TracingContext.class))
                .map(TracingContext::getSpan)
                .filter(span -> !span.isNoop())
                .map(span -> TraceContext.at(
                        span.context().traceId(),
                        span.context().spanId(),
                        Boolean.TRUE.equals(span.context().sampled()),
                        own.continued()))
                .orElse(own);
    }
}

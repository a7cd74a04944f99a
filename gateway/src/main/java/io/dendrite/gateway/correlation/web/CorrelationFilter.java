package io.dendrite.gateway.correlation.web;

import io.dendrite.gateway.correlation.model.Correlation;
import io.dendrite.gateway.correlation.model.RequestId;
import io.dendrite.gateway.correlation.model.TraceContext;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
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
        Correlation correlation = new Correlation(
                RequestId.acceptedOrNew(headers.getFirst(RequestId.HEADER)),
                TraceContext.continuing(headers.getOrEmpty(TraceContext.HEADER)));
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
}

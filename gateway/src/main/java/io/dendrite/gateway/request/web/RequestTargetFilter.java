package io.dendrite.gateway.request.web;

import io.dendrite.gateway.problem.model.ProblemException;
import io.dendrite.gateway.problem.model.ProblemKind;
import io.dendrite.gateway.request.model.RequestTarget;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses ambiguous paths before a route is chosen. */
@Component
@Order(-300)
class RequestTargetFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return RequestTarget.faultIn(exchange.getRequest().getURI().getRawPath())
                .map(fault -> Mono.<Void>error(new ProblemException(ProblemKind.MALFORMED_REQUEST, fault)))
                .orElseGet(() -> chain.filter(exchange));
    }
}

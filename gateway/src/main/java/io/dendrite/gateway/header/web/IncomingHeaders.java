package io.dendrite.gateway.header.web;

import io.dendrite.gateway.header.model.AnswerHeaders;
import io.dendrite.gateway.header.model.ClientHeaders;
import java.net.URI;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The headers of a service's answer, without what stays inside. */
@Component
class IncomingHeaders implements HttpHeadersFilter, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders headers = new HttpHeaders();
        input.forEach((name, values) -> {
            // Transfer-Encoding describes the framing, which the server sets anew.
            if (!AnswerHeaders.isPrivate(name) && !ClientHeaders.isHopByHop(name)) {
                headers.addAll(name, values);
            }
        });
        String location = headers.getFirst(HttpHeaders.LOCATION);
        URI called = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
        if (location != null && called != null) {
            headers.set(HttpHeaders.LOCATION, AnswerHeaders.location(location, called));
        }
        return headers;
    }
}

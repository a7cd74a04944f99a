package io.dendrite.gateway.header.web;

import io.dendrite.gateway.client.model.ClientAddress;
import io.dendrite.gateway.correlation.model.Correlation;
import io.dendrite.gateway.correlation.model.RequestId;
import io.dendrite.gateway.correlation.model.TraceContext;
import io.dendrite.gateway.header.model.ClientHeaders;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The headers that a service sees: the client's, without what only the gateway may say, and what the gateway says. */
@Component
class OutgoingHeaders implements HttpHeadersFilter, Ordered {

    /** After the framework's own filters, so that nothing takes away what is set here. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        Set<String> named = namedByConnection(request.getHeaders());
        HttpHeaders headers = new HttpHeaders();
        input.forEach((name, values) -> {
            if (!ClientHeaders.isReserved(name) && !ClientHeaders.isHopByHop(name) && !named.contains(name)) {
                headers.addAll(name, values);
            }
        });

        Correlation correlation = exchange.getRequiredAttribute(Correlation.ATTRIBUTE);
        headers.set(RequestId.HEADER, correlation.requestId().value());
        headers.set(TraceContext.HEADER, correlation.trace().traceparent());
        if (!correlation.trace().continued()) {
            headers.remove("tracestate");
        }
        forwarded(headers, request);
        ClientAddress client = exchange.getAttribute(ClientAddress.ATTRIBUTE);
        if (client != null) {
            headers.set("X-Forwarded-For", client.text());
        }
        return headers;
    }

    /** The client may name further headers as meant for us alone, though not the body's length. */
    private static Set<String> namedByConnection(HttpHeaders headers) {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        named.addAll(headers.getConnection());
        named.remove(HttpHeaders.CONTENT_LENGTH);
        named.remove(HttpHeaders.CONTENT_TYPE);
        return named;
    }

    private static void forwarded(HttpHeaders headers, ServerHttpRequest request) {
        URI asked = request.getURI();
        String scheme = asked.getScheme() == null ? "http" : asked.getScheme();
        headers.set("X-Forwarded-Proto", scheme);
        if (asked.getHost() != null) {
            int port = asked.getPort() > 0 ? asked.getPort() : scheme.equals("https") ? 443 : 80;
            headers.set("X-Forwarded-Host", asked.getRawAuthority());
            headers.set("X-Forwarded-Port", Integer.toString(port));
        }
    }
}

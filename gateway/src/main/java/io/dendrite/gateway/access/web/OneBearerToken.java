package io.dendrite.gateway.access.web;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The token of a request, from its header only. With two {@code Authorization} headers, gateway and service might look
 * at different ones.
 */
final class OneBearerToken implements ServerAuthenticationConverter {

    private final ServerBearerTokenAuthenticationConverter standard = new ServerBearerTokenAuthenticationConverter();

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        List<String> given = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (given.size() > 1) {
            return Mono.error(new InvalidBearerTokenException("more than one Authorization header"));
        }
        return standard.convert(exchange);
    }
}

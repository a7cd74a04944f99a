package io.dendrite.gateway.header.web;

import io.dendrite.gateway.header.model.AnswerHeaders;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Sets the security headers of every answer, whoever made it. */
@Component
@Order(-450)
class SecurityHeadersFilter implements WebFilter {

    private final boolean behindTls;

    SecurityHeadersFilter(TransportSettings settings) {
        this.behindTls = settings.hsts();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getRawPath();
        boolean secure = behindTls || exchange.getRequest().getSslInfo() != null;
        exchange.getResponse().beforeCommit(() -> {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            AnswerHeaders.securityFor(path, secure).forEach(headers::set);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    /**
     * How clients come.
     *
     * @param hsts true where a proxy in front speaks TLS for us, so that browsers are told to keep to it
     */
    @ConfigurationProperties("dendrite.gateway")
    record TransportSettings(@DefaultValue("false") boolean hsts) {}
}

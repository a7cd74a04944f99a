package io.dendrite.gateway.client.web;

import io.dendrite.gateway.client.model.ClientAddress;
import io.dendrite.gateway.client.model.TrustedProxies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Notes where a request comes from, for all who need to know. */
@Component
@Order(-460)
class ClientAddressFilter implements WebFilter {

    private final TrustedProxies proxies;

    ClientAddressFilter(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        InetAddress peer = remote == null ? null : remote.getAddress();
        if (peer != null) {
            List<String> forwardedFor = exchange.getRequest().getHeaders().getOrEmpty("X-Forwarded-For").stream()
                    .flatMap(value -> Arrays.stream(value.split(",", -1)))
                    .toList();
            exchange.getAttributes().put(ClientAddress.ATTRIBUTE, proxies.clientOf(peer, forwardedFor));
        }
        return chain.filter(exchange);
    }
}

package io.dendrite.gateway.backend.actuator;

import io.dendrite.gateway.backend.model.Backend;
import io.dendrite.gateway.backend.web.Backends;
import io.netty.channel.ChannelOption;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;

/** Shows in {@code /actuator/health} what is behind the gateway. */
@Configuration(proxyBeanMethods = false)
class BackendHealthConfiguration {

    private static final int CONNECT_MILLIS = 1_000;

    @Bean
    CompositeReactiveHealthContributor backendsHealthContributor(Backends backends) {
        // Without a pool: a probe must see whether a connection can be made now.
        HttpClient client = HttpClient.newConnection().option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);
        return CompositeReactiveHealthContributor.fromMap(
                backends.all().stream().collect(Collectors.toMap(Backend::name, b -> new BackendHealth(b, client))));
    }
}

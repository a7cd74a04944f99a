package io.dendrite.gateway.client.web;

import io.dendrite.gateway.client.model.TrustedProxies;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose word on the client's address is taken. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

    @Bean
    TrustedProxies trustedProxies(ProxySettings settings) {
        return new TrustedProxies(settings.trustedProxies());
    }

    /**
     * What stands in front of the gateway.
     *
     * @param trustedProxies addresses or ranges of the proxies whose {@code X-Forwarded-For} is believed
     */
    @ConfigurationProperties("dendrite.gateway")
    record ProxySettings(@DefaultValue List<String> trustedProxies) {}
}

package io.dendrite.gateway.quota.web;

import io.dendrite.gateway.client.model.ClientAddress;
import io.dendrite.gateway.quota.bucket4j.Quota;
import io.dendrite.gateway.quota.model.Limit;
import io.dendrite.gateway.quota.web.QuotaFilter.Covered;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts by client before anything else is looked at, and by user once it is known who calls. */
@Configuration(proxyBeanMethods = false)
class QuotaConfiguration {

    /** Between the filter that makes answers of failures (-400) and the first that refuses (-300). */
    private static final int BEFORE_ALL = -350;

    /** After Spring Security (-100). */
    private static final int AFTER_AUTHENTICATION = -50;

    @Bean
    QuotaFilter clientQuotas(QuotaSettings settings) {
        return new QuotaFilter(BEFORE_ALL, QuotaConfiguration::client, limits(settings, Limit.Per.CLIENT));
    }

    @Bean
    QuotaFilter userQuotas(QuotaSettings settings) {
        return new QuotaFilter(AFTER_AUTHENTICATION, QuotaConfiguration::user, limits(settings, Limit.Per.USER));
    }

    private static Mono<String> client(ServerWebExchange exchange) {
        return Mono.justOrEmpty(exchange.<ClientAddress>getAttribute(ClientAddress.ATTRIBUTE))
                .map(ClientAddress::key);
    }

    private static Mono<String> user(ServerWebExchange exchange) {
        return exchange.getPrincipal().map(Principal::getName);
    }

    private static List<Covered> limits(QuotaSettings settings, Limit.Per per) {
        List<Covered> limits = new ArrayList<>();
        settings.limits().forEach((name, limit) -> {
            if (settings.enabled() && limit.per() == per) {
                limits.add(new Covered(
                        Coverage.of(limit.methods(), limit.paths()),
                        new Quota(new Limit(name, per, limit.capacity(), limit.period()), settings.remembered())));
            }
        });
        return limits;
    }
}

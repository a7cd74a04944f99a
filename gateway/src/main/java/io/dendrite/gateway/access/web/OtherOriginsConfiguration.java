package io.dendrite.gateway.access.web;

import io.dendrite.gateway.problem.model.ProblemException;
import io.dendrite.gateway.problem.model.ProblemKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;

/**
 * Opens the API to the pages of named origins. To any other, a browser's question is refused, and an answer without our
 * word is kept from the page.
 */
@Configuration(proxyBeanMethods = false)
class OtherOriginsConfiguration {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /** Before Spring Security (-100), since a browser asks without a token. */
    @Bean
    @Order(-150)
    CorsWebFilter corsFilter(CorsSettings settings) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(settings.allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Accept",
                "Accept-Language",
                "If-Match",
                "If-None-Match",
                "Idempotency-Key",
                "Break-Glass",
                "X-Request-Id",
                "traceparent"));
        cors.setExposedHeaders(List.of(
                "ETag",
                "Location",
                "Idempotent-Replay",
                "Retry-After",
                "RateLimit",
                "RateLimit-Policy",
                "WWW-Authenticate",
                "X-Request-Id"));
        cors.setMaxAge(REMEMBERED);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!settings.allowedOrigins().isEmpty()) {
            source.registerCorsConfiguration("/api/v1/**", cors);
        }
        return new CorsWebFilter(source, new RefusingWithAProblem());
    }

    private static final class RefusingWithAProblem extends DefaultCorsProcessor {

        /** The standard answers 200 where nothing is configured, and says nothing. */
        @Override
        public boolean process(@Nullable CorsConfiguration cors, ServerWebExchange exchange) {
            if (cors == null && CorsUtils.isPreFlightRequest(exchange.getRequest())) {
                rejectRequest(exchange.getResponse());
            }
            return super.process(cors, exchange);
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            throw new ProblemException(
                    ProblemKind.FORBIDDEN, "The API is not open to pages of this origin, or not with these headers.");
        }
    }
}

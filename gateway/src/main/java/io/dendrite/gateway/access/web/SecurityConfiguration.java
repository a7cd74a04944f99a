package io.dendrite.gateway.access.web;

import io.dendrite.gateway.problem.model.ProblemException;
import io.dendrite.gateway.problem.model.ProblemKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec.Access;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import reactor.core.publisher.Mono;

/**
 * Who comes in: everybody with a good token, whatever the role, for what roles may do is the services' to say. Without
 * a token only the health is shown.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    private static final String[] HEALTH = {
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/actuator/info"
    };

    private static final String METRICS = "/actuator/prometheus";

    private static final String FEEDS = "/feeds/*";

    private static final String[] PATIENT_PAGES = {"/my", "/my/*"};

    private static final String[] DOCUMENTATION = {
        "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**"
    };

    /** A span and a timer for each filter of the door would cost more than they tell. */
    @Bean
    SecurityObservationSettings unobservedDoor() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http, ReactiveJwtDecoder tokens, DocumentationSettings documentation) {
        BearerRefusal refusal = new BearerRefusal();
        JwtAuthenticationConverter caller = new JwtAuthenticationConverter();
        caller.setJwtGrantedAuthoritiesConverter(new Roles());
        // No session, no cookie, no form: every request carries its token, so there is nothing to forge across sites.
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                // SecurityHeadersFilter sets them, on answers too that never come here.
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .oauth2ResourceServer(server -> server.bearerTokenConverter(new OneBearerToken())
                        .authenticationEntryPoint(refusal)
                        .accessDeniedHandler(refusal)
                        .authenticationFailureHandler(
                                (exchange, failure) -> refusal.commence(exchange.getExchange(), failure))
                        .jwt(jwt -> jwt.jwtDecoder(tokens)
                                .jwtAuthenticationConverter(new ReactiveJwtAuthenticationConverterAdapter(caller))))
                .authorizeExchange(calls -> {
                    calls.pathMatchers(HttpMethod.GET, HEALTH).permitAll();
                    // The address itself is the secret; a calendar program has no token.
                    calls.pathMatchers(HttpMethod.GET, FEEDS).permitAll();
                    // Patients have no token: they show a secret from their mail, and their birth date.
                    calls.pathMatchers(HttpMethod.GET, PATIENT_PAGES).permitAll();
                    calls.pathMatchers(HttpMethod.POST, PATIENT_PAGES).permitAll();
                    calls.pathMatchers(HttpMethod.GET, METRICS).hasAnyAuthority("ROLE_" + Roles.MANAGER, Roles.METRICS);
                    Access reading = calls.pathMatchers(DOCUMENTATION);
                    if (documentation.openDocumentation()) {
                        reading.permitAll();
                    } else {
                        reading.hasRole(Roles.MANAGER);
                    }
                    calls.anyExchange().authenticated();
                })
                .build();
    }

    /** The framework refuses some requests before it looks for a token, with an empty answer. */
    @Bean
    ServerExchangeRejectedHandler refusedRequests() {
        return (exchange, rejected) -> Mono.error(new ProblemException(
                ProblemKind.MALFORMED_REQUEST, "The method is unknown, or a header has characters that it may not."));
    }
}

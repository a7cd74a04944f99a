package io.dendrite.access.web;

import io.dendrite.access.BreakGlass;
import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.AccessMatrix;
import io.dendrite.access.model.Caller;
import io.dendrite.access.model.Role;
import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Guards a servlet service: tokens first, then the matrix at each handler. */
@AutoConfiguration
@EnableWebSecurity
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(AccessProblems.class)
public class AccessConfiguration {

    /** Addresses that tell nothing about anybody: health for orchestrators, and the description of the API. */
    private static final String[] OPEN = {
        "/actuator/health",
        "/actuator/health/*",
        "/actuator/info",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/swagger-ui.html",
        "/swagger-ui/**",
        // The address itself is the secret.
        "/feeds/*",
        // Patients have no token: what they see they prove a secret and a birth date for.
        "/my",
        "/my/*"
    };

    @Bean
    CurrentCaller currentCaller() {
        return new SecurityContextCaller();
    }

    @Bean
    AccessMatrix accessMatrix(@Value("${spring.application.name}") String service) {
        return AccessMatrix.of(service);
    }

    /** A span and a timer for each filter of the door would cost more than they tell. */
    @Bean
    SecurityObservationSettings unobservedDoor() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Privileges privileges(AccessMatrix matrix, CurrentCaller caller) {
        return new Privileges(matrix, caller);
    }

    @Bean
    JwtDecoder jwtDecoder(Environment environment) {
        return TokenDecoders.of(AccessSettings.of(environment));
    }

    @Bean
    SecurityFilterChain door(
            HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        AuthenticationEntryPointFailureHandler toEntryPoint = new AuthenticationEntryPointFailureHandler(
                (request, response, refusal) -> problems.resolveException(request, response, null, refusal));
        // An issuer that does not answer is an outage with an answer of its own, not an accident.
        toEntryPoint.setRethrowAuthenticationServiceException(false);
        return http.authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access((caller, call) -> new AuthorizationDecision(mayReadMetrics(caller.get())))
                        .requestMatchers("/actuator/**")
                        .hasAuthority("manager")
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> jwt.jwtAuthenticationConverter(new CallerClaims()))
                        .authenticationEntryPoint((request, response, refusal) ->
                                problems.resolveException(request, response, null, refusal))
                        .accessDeniedHandler((request, response, refusal) ->
                                problems.resolveException(request, response, null, refusal))
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(toEntryPoint);
                                return filter;
                            }
                        }))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Tokens come in a header that no browser sends by itself, so nothing can be forged across sites.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }

    /** A collector of metrics is a machine with a scope for that; a manager may look too. */
    private static boolean mayReadMetrics(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getPrincipal() instanceof Caller caller
                && (caller.isOneOf(Role.MANAGER)
                        || (caller.isOneOf(Role.SYSTEM) && caller.scopes().contains("metrics:read")));
    }

    /**
     * Keeps Spring Security's refusal of paths that could be read in two ways. Unknown methods, line breaks in ids and unusual
     * header values are left to the handlers, which say what is wrong with them: neither is ever written into an answer's head.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowUrlEncodedCarriageReturn(true);
        firewall.setAllowUrlEncodedLineFeed(true);
        firewall.setAllowedHeaderValues(value -> true);
        firewall.setAllowedParameterNames(name -> true);
        firewall.setAllowedParameterValues(value -> true);
        return firewall;
    }

    @Bean
    WebMvcConfigurer matrixAtEachHandler(AccessMatrix matrix, ObjectProvider<BreakGlass> overrides) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new MatrixInterceptor(matrix, overrides))
                        .addPathPatterns("/api/**");
            }
        };
    }
}

package io.dendrite.gateway.access.jwt;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import io.dendrite.gateway.access.model.Issuer;
import io.dendrite.gateway.problem.model.ProblemException;
import java.time.Clock;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/** Checks tokens (RFC 7519, RFC 9068) with the keys that their issuer publishes. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    ReactiveJwtDecoder tokens(
            OAuth2ResourceServerProperties properties, KeySettings settings, JsonMapper json, Clock clock) {
        OAuth2ResourceServerProperties.Jwt jwt = properties.getJwt();
        Issuer issuer = Issuer.of(jwt.getIssuerUri(), jwt.getJwkSetUri());
        KeyFetch fetch = new KeyFetch(issuer, json, settings.timeout());
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(
                        new IssuerKeys(fetch.keys(), settings, clock))
                .jwtProcessorCustomizer(TokenConfiguration::restrict)
                .build();
        decoder.setJwtValidator(TokenRules.of(issuer.name(), jwt.getAudiences(), clock));
        return token -> decoder.decode(token).onErrorMap(IllegalStateException.class, TokenConfiguration::unwrapped);
    }

    private static void restrict(ConfigurableJWTProcessor<JWKSecurityContext> processor) {
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(IssuerKeys.ALGORITHMS, new JWKSecurityContextJWKSet()));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    }

    /** The library wraps what the keys' source says; a client must learn that waiting helps. */
    private static Throwable unwrapped(IllegalStateException e) {
        return e.getCause() instanceof ProblemException problem
                ? problem
                : new BadJwtException("The token cannot be read.", e);
    }
}

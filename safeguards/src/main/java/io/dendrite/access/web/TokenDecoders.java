package io.dendrite.access.web;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Checks signature, issuer, audience, expiry and not-before of a token. Keys are fetched when first needed, kept, and
 * fetched again when a token names one that is not known, so that an issuer may change its keys at any time and need
 * not be there when the service starts. Only algorithms with a public key are accepted: a secret that services share
 * with the issuer would let each of them make tokens.
 */
final class TokenDecoders {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final List<SignatureAlgorithm> ALGORITHMS = List.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.ES512);

    private TokenDecoders() {}

    static JwtDecoder of(AccessSettings settings) {
        JwtDecoder decoder = lazily(settings);
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException away) {
                // The next token tries again. As what it is: an outage of the issuer and no fault of the token.
                throw new JwtException("The issuer cannot be asked for its keys", away);
            }
        };
    }

    private static JwtDecoder lazily(AccessSettings settings) {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = (settings.jwkSetUri() == null
                            ? NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                            : NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri()))
                    .jwsAlgorithms(all -> {
                        all.clear();
                        all.addAll(ALGORITHMS);
                    })
                    .restOperations(impatient())
                    .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(settings.issuer()),
                    expires(),
                    meantFor(settings.audiences())));
            return decoder;
        });
    }

    /** A token without an end would be valid for ever. */
    private static OAuth2TokenValidator<Jwt> expires() {
        return new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull);
    }

    private static OAuth2TokenValidator<Jwt> meantFor(List<String> audiences) {
        return new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, named -> named != null && !Collections.disjoint(named, audiences));
    }

    private static RestTemplate impatient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return new RestTemplate(requests);
    }
}

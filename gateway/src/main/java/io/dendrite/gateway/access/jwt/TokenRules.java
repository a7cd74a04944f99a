package io.dendrite.gateway.access.jwt;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What a well-signed token must say to count, and what its bearer is told where it does not. */
final class TokenRules {

    private TokenRules() {}

    static OAuth2TokenValidator<Jwt> of(String issuer, List<String> audiences, Clock clock) {
        JwtTimestampValidator time = new JwtTimestampValidator();
        time.setClock(clock);
        // A token without an end would be good for ever.
        time.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                saying("The token has expired, or is not valid yet.", time),
                saying("The token comes from another issuer.", new JwtIssuerValidator(issuer)),
                saying(
                        "The token is not meant for this API.",
                        new JwtClaimValidator<Collection<String>>(
                                JwtClaimNames.AUD,
                                meant -> meant != null && audiences.stream().anyMatch(meant::contains))),
                saying(
                        "The token names nobody.",
                        new JwtClaimValidator<String>(JwtClaimNames.SUB, name -> name != null && !name.isBlank()))));
    }

    private static OAuth2TokenValidator<Jwt> saying(String sentence, OAuth2TokenValidator<Jwt> rule) {
        OAuth2TokenValidatorResult refusal =
                OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, sentence, null));
        return token -> rule.validate(token).hasErrors() ? refusal : OAuth2TokenValidatorResult.success();
    }
}

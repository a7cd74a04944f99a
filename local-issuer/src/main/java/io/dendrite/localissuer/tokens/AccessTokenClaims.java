package io.dendrite.localissuer.tokens;

import io.dendrite.localissuer.LocalIssuerProperties;
import io.dendrite.localissuer.clients.LocalClient;
import io.dendrite.localissuer.login.DemoUser;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Puts into access tokens what Dendrite's services read: audience, roles, sites. */
@Component
final class AccessTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final LocalIssuerProperties settings;

    AccessTokenClaims(LocalIssuerProperties settings) {
        this.settings = settings;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        JwtClaimsSet.Builder claims = context.getClaims().audience(List.of(settings.audience()));
        if (context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken request) {
            LocalClient client =
                    LocalClient.of(context.getRegisteredClient().getClientId()).orElseThrow();
            claims.subject(client.subject())
                    .claim("roles", List.of(client.role()))
                    .claim("sites", RequestedSites.of(request.getAdditionalParameters()));
        } else {
            DemoUser user = Optional.<Authentication>ofNullable(context.getPrincipal())
                    .flatMap(person -> DemoUser.of(person.getName()))
                    .orElseThrow();
            claims.claim("roles", List.of(user.role())).claim("sites", RequestedSites.EVERY_SITE);
        }
    }
}

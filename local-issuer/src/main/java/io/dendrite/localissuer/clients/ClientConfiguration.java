package io.dendrite.localissuer.clients;

import io.dendrite.localissuer.LocalIssuerProperties;
import io.dendrite.localissuer.files.OwnerOnlyFile;
import io.dendrite.localissuer.files.Secrets;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Registers the clients; their secrets are made at the first start. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

    /** Pages in a browser cannot keep a secret: they prove who they are by PKCE (RFC 7636). */
    static final String BROWSER = "dendrite-web";

    /** Made at the start: the command line looks for the file as soon as the issuer is up. */
    @Bean
    @Lazy(false)
    RegisteredClientRepository clients(LocalIssuerProperties settings, PasswordEncoder encoder) {
        OwnerOnlyFile file = new OwnerOnlyFile(settings.directory().resolve("clients.properties"));
        Secrets secrets = Secrets.in(file, LocalClient.ids());
        TokenSettings tokens = TokenSettings.builder()
                .accessTokenTimeToLive(settings.tokenLifetime())
                .build();
        List<RegisteredClient> clients = new ArrayList<>(Arrays.stream(LocalClient.values())
                .map(client -> withSecret(client, encoder.encode(secrets.of(client.id())), tokens))
                .toList());
        clients.add(browser(settings.gateway(), tokens));
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient withSecret(LocalClient client, String secret, TokenSettings tokens) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(tokens)
                .build();
    }

    private static RegisteredClient browser(URI gateway, TokenSettings tokens) {
        return RegisteredClient.withId(BROWSER)
                .clientId(BROWSER)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(gateway.resolve("/swagger-ui/oauth2-redirect.html").toString())
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens)
                .build();
    }
}

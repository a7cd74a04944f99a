package io.dendrite.notification.page.http;

import io.dendrite.notification.page.application.PageSettings;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.RestClient;

/** Puts the client of the scheduling service together: a machine with one scope, whose tokens are renewed by themselves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeskSettings.class, PageSettings.class})
class DeskConfiguration {

    private static final String REGISTRATION = "scheduling";
    private static final Duration CONNECT = Duration.ofSeconds(2);

    @Bean
    HttpSchedulingDesk schedulingDesk(DeskSettings settings) {
        return new HttpSchedulingDesk(settings.url() == null ? null : client(settings));
    }

    private static RestClient client(DeskSettings settings) {
        // Looked up at each request for a token, so the secret may come later than this service.
        ClientRegistrationRepository registrations = id -> registration(settings);
        AuthorizedClientServiceOAuth2AuthorizedClientManager tokens =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                        registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        OAuth2ClientHttpRequestInterceptor bearer = new OAuth2ClientHttpRequestInterceptor(tokens);
        bearer.setClientRegistrationIdResolver(request -> REGISTRATION);
        // One token for all: whoever calls here is this service, not the patient at the page.
        bearer.setPrincipalResolver(request -> new Machine(settings.clientId()));
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(settings.timeout());
        return RestClient.builder()
                .baseUrl(String.valueOf(settings.url()))
                .requestFactory(requests)
                .requestInterceptor(bearer)
                .build();
    }

    private static @Nullable ClientRegistration registration(DeskSettings settings) {
        Optional<String> secret = ClientSecret.of(settings);
        if (settings.tokenUri() == null || secret.isEmpty()) {
            return null;
        }
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(secret.get())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(settings.tokenUri().toString())
                .scope(DeskSettings.SCOPE)
                .build();
    }
}

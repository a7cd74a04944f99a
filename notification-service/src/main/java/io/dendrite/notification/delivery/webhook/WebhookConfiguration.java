package io.dendrite.notification.delivery.webhook;

import io.dendrite.notification.delivery.application.NoticeChannel;
import io.dendrite.notification.delivery.application.NoticeTexts;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The channel exists where the clinic says where to post. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${dendrite.webhook.url:}'.isBlank()")
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    @Bean
    NoticeChannel webhook(WebhookSettings settings, NoticeTexts texts, Clock clock) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
        requests.setReadTimeout(settings.timeout());
        RestClient client = RestClient.builder()
                .baseUrl(String.valueOf(settings.url()))
                .requestFactory(requests)
                .build();
        byte[] key = Base64.getDecoder().decode(Objects.requireNonNull(settings.secret()));
        return new WebhookChannel(client, new Signature(key), texts, clock);
    }
}

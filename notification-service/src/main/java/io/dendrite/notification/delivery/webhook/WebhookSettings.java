package io.dendrite.notification.delivery.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clinic's own channel.
 *
 * @param url where notices are posted to; without it there is no such channel
 * @param secret what they are signed with, in Base64: at least 24 bytes
 * @param timeout how long an answer may take
 */
@ConfigurationProperties("dendrite.webhook")
record WebhookSettings(
        @Nullable URI url,
        @Nullable String secret,
        @DefaultValue("10s") Duration timeout) {

    private static final int LEAST = 24;

    WebhookSettings {
        url = url == null || url.toString().isBlank() ? null : url;
        if (url != null && !isLoopbackOrTls(url)) {
            throw new IllegalArgumentException("dendrite.webhook.url must be https: it carries patients' data");
        }
        if (url != null && (secret == null || Base64.getDecoder().decode(secret).length < LEAST)) {
            throw new IllegalArgumentException("dendrite.webhook.secret must be at least 24 bytes in Base64");
        }
    }

    private static boolean isLoopbackOrTls(URI url) {
        return "https".equals(url.getScheme())
                || ("http".equals(url.getScheme())
                        && ("localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost())));
    }
}

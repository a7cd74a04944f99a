package io.dendrite.notification.page.application;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The patients' pages.
 *
 * @param url where patients reach the gateway, such as {@code https://my.clinic.example}; without it mails have no links
 * @param attempts how many wrong birth dates lock a link
 * @param sweep how often expired links are forgotten
 */
@ConfigurationProperties("dendrite.pages")
public record PageSettings(
        @Nullable URI url,
        @DefaultValue("5") int attempts,
        @DefaultValue("1h") Duration sweep) {

    public PageSettings {
        url = url == null || url.toString().isBlank() ? null : url;
        if (url != null
                && (url.getHost() == null
                        || url.getScheme() == null
                        || !url.getScheme().startsWith("http"))) {
            throw new IllegalArgumentException("dendrite.pages.url must be an http or https address");
        }
    }
}

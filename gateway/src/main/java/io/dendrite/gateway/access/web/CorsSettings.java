package io.dendrite.gateway.access.web;

import io.dendrite.gateway.start.model.StartRefusedException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which other web pages may use the API; none unless told.
 *
 * @param allowedOrigins origins of the form {@code https://host} or {@code https://host:port}
 */
@ConfigurationProperties("dendrite.gateway.cors")
record CorsSettings(@DefaultValue List<String> allowedOrigins) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-zA-Z0-9.-]+(:[0-9]{1,5})?");

    CorsSettings {
        for (String origin : allowedOrigins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new StartRefusedException(
                        "dendrite.gateway.cors.allowed-origins has an entry that is no origin: " + origin,
                        "Name each origin in full, such as https://desk.clinic.example; there is no wildcard.");
            }
        }
    }
}

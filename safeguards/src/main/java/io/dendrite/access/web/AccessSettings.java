package io.dendrite.access.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Whose tokens count.
 *
 * @param issuer the {@code iss} of a token, and where its keys are found by OpenID Connect discovery
 * @param jwkSetUri where the keys are fetched instead, when the issuer's public name cannot be reached from here
 * @param audiences one of which a token must be meant for
 */
record AccessSettings(String issuer, @Nullable String jwkSetUri, List<String> audiences) {

    private static final String PREFIX = "spring.security.oauth2.resourceserver.jwt.";

    /**
     * Reads Boot's own properties.
     *
     * @throws MissingSettingException when no issuer or no audience is named: then anybody could make tokens
     */
    static AccessSettings of(Environment environment) {
        String issuer = environment.getProperty(PREFIX + "issuer-uri", "");
        if (!StringUtils.hasText(issuer)) {
            throw new MissingSettingException(
                    "No issuer of tokens is configured.",
                    "Set DENDRITE_ISSUER to the issuer's URI, as tokens name it in \"iss\".");
        }
        List<String> audiences = new ArrayList<>();
        for (String audience : environment.getProperty(PREFIX + "audiences", "").split(",", -1)) {
            if (StringUtils.hasText(audience)) {
                audiences.add(audience.strip());
            }
        }
        if (audiences.isEmpty()) {
            throw new MissingSettingException(
                    "No audience of tokens is configured.",
                    "Set DENDRITE_AUDIENCE to what tokens name in \"aud\", such as dendrite-api.");
        }
        String keys = environment.getProperty(PREFIX + "jwk-set-uri", "");
        return new AccessSettings(issuer, StringUtils.hasText(keys) ? keys : null, audiences);
    }
}

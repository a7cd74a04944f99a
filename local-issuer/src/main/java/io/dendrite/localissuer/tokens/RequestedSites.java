package io.dendrite.localissuer.tokens;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** The sites that a token request narrows the token to. */
final class RequestedSites {

    static final List<String> EVERY_SITE = List.of("*");

    private static final String PARAMETER = "sites";
    private static final int MOST = 50;
    private static final Pattern SITE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private RequestedSites() {}

    /**
     * The parameter {@code sites}, ids separated by blanks; every site if it is missing.
     *
     * @throws OAuth2AuthenticationException if something else stands there
     */
    static List<String> of(Map<String, Object> parameters) {
        List<String> sites = values(parameters.get(PARAMETER))
                .flatMap(value -> Arrays.stream(value.trim().split("\\s+")))
                .distinct()
                .toList();
        if (sites.isEmpty() || sites.equals(EVERY_SITE)) {
            return EVERY_SITE;
        }
        if (sites.size() > MOST
                || !sites.stream().allMatch(site -> SITE.matcher(site).matches())) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_REQUEST, "sites must be up to " + MOST + " ids of sites", null));
        }
        return sites;
    }

    private static Stream<String> values(@Nullable Object value) {
        if (value instanceof String[] several) {
            return Arrays.stream(several);
        }
        return value == null ? Stream.empty() : Stream.of(value.toString());
    }
}

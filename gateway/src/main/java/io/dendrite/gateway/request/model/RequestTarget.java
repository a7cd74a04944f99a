package io.dendrite.gateway.request.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds paths that the gateway and a service could read differently, such as {@code /api/v1/../../actuator}.
 *
 * <p>The gateway chooses the route by the path as it is written; a servlet container normalises it first. Where both
 * readings differ, a request could reach what is not meant to be public. No path of the API needs any of this.
 */
public final class RequestTarget {

    private static final Pattern DOT_SEGMENT = Pattern.compile("(^|/)\\.{1,2}(/|$)");
    private static final Pattern ENCODED_TROUBLE = Pattern.compile("%(2e|2f|5c|3b|25|[01][0-9a-f]|7f)");

    private RequestTarget() {}

    /** What is wrong with a path as it stands in the request line, or nothing. */
    public static Optional<String> faultIn(String rawPath) {
        if (DOT_SEGMENT.matcher(rawPath).find()) {
            return Optional.of("The path must not contain the segments . or ..; write the path they lead to.");
        }
        if (rawPath.contains("//")) {
            return Optional.of("The path must not contain empty segments (//).");
        }
        if (rawPath.indexOf(';') >= 0 || rawPath.indexOf('\\') >= 0) {
            return Optional.of("The path must not contain ; or \\.");
        }
        if (ENCODED_TROUBLE.matcher(rawPath.toLowerCase(Locale.ROOT)).find()) {
            return Optional.of("The path must not contain encoded dots, slashes, semicolons, percent signs or"
                    + " control characters.");
        }
        return Optional.empty();
    }
}

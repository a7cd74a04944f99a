package io.dendrite.gateway.correlation.model;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of one request in logs and answers, carried in {@code X-Request-Id}.
 *
 * <p>A client may choose it, so it is bounded to 64 characters that are harmless in a header, a log line and a URL.
 *
 * @param value the id as it stands in the header
 */
public record RequestId(String value) {

    /** The header that carries it, in requests and in answers. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** The client's id when it is well-formed, else a new one. */
    public static RequestId acceptedOrNew(@Nullable String proposed) {
        if (proposed != null && WELL_FORMED.matcher(proposed).matches()) {
            return new RequestId(proposed);
        }
        return new RequestId(UUID.randomUUID().toString());
    }
}

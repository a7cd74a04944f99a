package io.dendrite.localstack.client;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What came back for a request.
 *
 * @param call method and path, for messages
 * @param headers by lower-case name, the first value of each
 * @param body JSON, or a missing node if there was none
 * @param took from the request's begin to the answer's end
 */
public record Answer(String call, int status, Map<String, String> headers, JsonNode body, Duration took) {

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final String IN_PROGRESS = "/problems/request-in-progress";

    /**
     * Whether nothing is decided yet and the same request is to be sent again under its idempotency key: refused for the
     * moment, of open outcome, or still being worked on for an earlier attempt, which may have died.
     */
    public boolean isOpen() {
        return PASSING.contains(status) || IN_PROGRESS.equals(text("type"));
    }

    /**
     * This answer, if it has the expected status.
     *
     * @throws IllegalStateException if it has another one, quoting what the server said
     */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new IllegalStateException(
                    call + " was answered with " + status + " instead of " + expected + ": " + body);
        }
        return this;
    }

    /** The header of this name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A text field of the body, empty if it is missing. */
    public String text(String field) {
        return body.path(field).asString("");
    }
}

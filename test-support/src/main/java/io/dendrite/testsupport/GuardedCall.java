package io.dendrite.testsupport;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a service's access matrix, as its tests try it.
 *
 * @param method the HTTP method
 * @param path the path with its variables
 * @param roles the claims of the people who may call it
 * @param scope what a machine needs; null when no machine may
 */
public record GuardedCall(
        String method,
        String path,
        Set<String> roles,
        @Nullable String scope) {

    /** Nothing has this id, so that what is let through changes nothing. */
    private static final String NOBODYS_ID = "nobody";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public GuardedCall {
        roles = Set.copyOf(roles);
    }

    /** The call as the matrix writes it. */
    public String call() {
        return method + " " + path;
    }

    /** A request for it: an unknown id in each variable, and an empty object where a body is due. */
    HttpRequest.Builder request(String base) {
        BodyPublisher body =
                method.equals("POST") || method.equals("PUT") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody();
        return HttpRequest.newBuilder(URI.create(base + path.replaceAll("\\{[^}]+}", NOBODYS_ID)))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body);
    }

    /** The same with a token. */
    HttpRequest.Builder request(String base, String token) {
        return request(base).header("Authorization", "Bearer " + token);
    }
}

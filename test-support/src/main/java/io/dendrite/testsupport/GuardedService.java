package io.dendrite.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A running service whose door is tested.
 *
 * @param base where it listens
 * @param issuer whose tokens it takes
 * @param mappings its handlers
 * @param matrix its lines of the access matrix
 */
public record GuardedService(
        String base, TestIssuer issuer, RequestMappingHandlerMapping mappings, List<MatrixLine> matrix) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Calls a line with a token, or without one; its variables name things that do not exist. */
    public HttpResponse<String> call(MatrixLine line, @Nullable String token, String... headers) {
        String path = line.path().replaceAll("\\{[^}]+}", "nothing");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        line.method(),
                        line.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

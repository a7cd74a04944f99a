package io.dendrite.localstack.token;

import io.dendrite.localstack.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The issuer of a running stack, asked with the secrets that it keeps in its directory. */
final class LocalIssuer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI uri;
    private final Path directory;

    LocalIssuer(URI uri, Path directory) {
        this.uri = uri;
        this.directory = directory;
    }

    /**
     * Sends a form in somebody's name.
     *
     * @param secrets the file that has the secret
     * @throws StackFailure if the issuer cannot be reached or refuses, saying which
     */
    JsonNode post(String path, String name, String secrets, String form) {
        String credentials = name + ":" + secret(directory.resolve(secrets), name);
        HttpRequest request = HttpRequest.newBuilder(uri.resolve(path))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + base64(credentials))
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StackFailure(
                        "The issuer " + uri + " answered with " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new StackFailure("What answers at " + uri + " is no issuer.", e);
        } catch (IOException e) {
            throw new StackFailure(
                    "The issuer " + uri + " does not answer: the stack may still be starting, try again in a moment.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    private static String secret(Path file, String name) {
        String start = name + "=";
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(start))
                    .findFirst()
                    .map(line -> line.substring(start.length()))
                    .orElseThrow(() -> new StackFailure(
                            "There is no secret of " + name + " in " + file + ": stop the stack and start it again."));
        } catch (IOException e) {
            throw new StackFailure(
                    "The secrets in " + file + " cannot be read (" + e.getMessage()
                            + "): only the user who runs the stack may.",
                    e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

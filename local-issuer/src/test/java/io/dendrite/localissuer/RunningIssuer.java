package io.dendrite.localissuer;

import io.dendrite.localissuer.files.OwnerOnlyFile;
import io.dendrite.localissuer.files.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The issuer on a free port, and requests to it as a program or a browser sends them. */
public final class RunningIssuer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;
    private final URI uri;
    private final ConfigurableApplicationContext application;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** Returns when it serves. */
    public RunningIssuer(Path directory, String... settings) {
        this.directory = directory;
        int port = freePort();
        uri = URI.create("http://localhost:" + port);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.security.oauth2.authorizationserver.issuer=" + uri,
                "--dendrite.local-issuer.directory=" + directory));
        arguments.addAll(Arrays.asList(settings));
        application = SpringApplication.run(LocalIssuerApplication.class, arguments.toArray(String[]::new));
    }

    /** Its name in tokens. */
    public URI uri() {
        return uri;
    }

    /** An access token. */
    public String token(String client, Map<String, String> parameters) {
        HttpResponse<String> answer = askForToken(client, secret("clients", client), parameters);
        if (answer.statusCode() != 200) {
            throw new AssertionError("no token: " + answer.statusCode() + " " + answer.body());
        }
        return json(answer).get("access_token").asString();
    }

    /** Whatever the token endpoint answers. */
    public HttpResponse<String> askForToken(String client, String secret, Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(parameters);
        form.put("grant_type", "client_credentials");
        return send(form("/oauth2/token", form).header("Authorization", basic(client, secret)));
    }

    /** What the first start made up. */
    public String secret(String kind, String name) {
        OwnerOnlyFile file = new OwnerOnlyFile(directory.resolve(kind + ".properties"));
        return Secrets.in(file, List.of(name)).of(name);
    }

    /** Asks as the operator for a new key. */
    public HttpResponse<String> rotate(String user, String password) {
        return send(HttpRequest.newBuilder(uri.resolve("/keys/rotate"))
                .header("Authorization", basic(user, password))
                .POST(BodyPublishers.noBody()));
    }

    /** As a browser that does not follow redirects. */
    public HttpResponse<String> page(String path) {
        return send(HttpRequest.newBuilder(uri.resolve(path)).header("Accept", "text/html"));
    }

    /** As a browser that sends a form. */
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    /** The body of an answer. */
    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** For a form or a query. */
    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        application.close();
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        return HttpRequest.newBuilder(uri.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String basic(String user, String password) {
        String both = user + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

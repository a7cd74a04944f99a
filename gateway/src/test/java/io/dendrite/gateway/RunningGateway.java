package io.dendrite.gateway;

import io.dendrite.testsupport.TestIssuer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The real gateway on a port of its own, and a client for it that brings a good token. */
final class RunningGateway implements AutoCloseable {

    /** Signs the tokens that count; the same for all tests that do not bring their own. */
    static final TestIssuer ISSUER = new TestIssuer();

    private final ConfigurableApplicationContext context;
    private final int port;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private RunningGateway(ConfigurableApplicationContext context, TestIssuer issuer) {
        this.context = context;
        this.token = issuer.token().roles("manager").sign();
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Starts it with properties of the form {@code name=value}. */
    static RunningGateway with(String... properties) {
        return with(ISSUER, properties);
    }

    /** The same with another issuer. */
    static RunningGateway with(TestIssuer issuer, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--DENDRITE_ISSUER=" + issuer.issuer(),
                // Else each end of a gateway waits two seconds for threads with nothing to do.
                "--spring.reactor.netty.shutdown-quiet-period=0s"));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return new RunningGateway(
                new SpringApplicationBuilder(GatewayApplication.class).run(arguments.toArray(String[]::new)), issuer);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    int port() {
        return port;
    }

    /** A request with a good token. */
    HttpRequest.Builder to(String target) {
        return withoutToken(target).header("Authorization", authorization());
    }

    /** The header of a good token, of a manager. */
    String authorization() {
        return "Bearer " + token;
    }

    HttpRequest.Builder withoutToken(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> get(String target) {
        return send(to(target));
    }

    HttpResponse<String> post(String target, String body) {
        return send(to(target).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** Sends bytes as they are, and reads until the gateway closes the connection. */
    String sendRaw(String bytes) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request without a body, given line by line, with a good token, and reads until the gateway closes the connection. */
    String sendHead(String... lines) {
        return sendRaw(String.join("\r\n", lines) + "\r\nAuthorization: " + authorization() + "\r\n\r\n");
    }

    @Override
    public void close() {
        context.close();
    }
}

package io.dendrite.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A server that answers for the issuer and for the scheduling service as a test tells it, and writes down what is asked. What
 * the real one does is shown by tests of the local stack.
 */
public final class ToldScheduling implements AutoCloseable {

    /** What is answered: a status and a body. */
    public record Told(int status, String body) {}

    /** What was asked: the path behind self-service, the body, and the token. */
    public record Asked(String path, String body, String authorization) {}

    public static final Told DONE = new Told(204, "");
    public static final Told WRONG_BIRTH_DATE = new Told(403, "{\"type\":\"/problems/wrong-birth-date\"}");

    private static final String BASE = "/api/v1/self-service";

    private final HttpServer server;
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    public ToldScheduling() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/oauth2/token", this::token);
        server.createContext(BASE, this::answer);
        server.start();
    }

    /** The settings of a service that asks here. */
    public String[] settings() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new String[] {
            "dendrite.pages.url=https://my.clinic.example",
            "dendrite.scheduling.url=" + url,
            "dendrite.scheduling.token-uri=" + url + "/oauth2/token",
            "dendrite.scheduling.client-secret=secret"
        };
    }

    /** From now on this is answered to a path behind self-service. */
    public void tell(String path, Told answer) {
        told.put(path, answer);
    }

    /** From now on every call fails, or does not. */
    public void away(boolean isAway) {
        away = isAway;
    }

    /** What was asked so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void token(HttpExchange exchange) throws IOException {
        respond(exchange, new Told(200, "{\"access_token\":\"good\",\"token_type\":\"Bearer\",\"expires_in\":3600}"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(BASE.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(path, body, exchange.getRequestHeaders().getFirst("Authorization")));
        respond(exchange, away ? new Told(503, "") : told.getOrDefault(path, new Told(404, "{}")));
    }

    private static void respond(HttpExchange exchange, Told answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

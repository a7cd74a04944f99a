package io.dendrite.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A real HTTP server in the place of a service. It remembers what it was sent; it can be stopped and started again. */
final class StubService implements AutoCloseable {

    /** What arrived. */
    record Received(String method, URI uri, Headers headers, String body) {}

    /** What goes back. */
    record Answer(int status, Map<String, String> headers, String body) {

        static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }
    }

    /** In place of an answer: breaks the connection. */
    static final Answer BROKEN_OFF = new Answer(0, Map.of(), "");

    final List<Received> received = new CopyOnWriteArrayList<>();

    static {
        // Otherwise each answer waits for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String name;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Function<Received, Answer> answers;
    private HttpServer server;
    private int port;

    StubService(String name) {
        this.name = name;
        this.answers = request -> Answer.json(200, "{\"by\":\"" + name + "\"}");
        start();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    String name() {
        return name;
    }

    void answer(Function<Received, Answer> how) {
        this.answers = how;
    }

    void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        port = server.getAddress().getPort();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Received request =
                new Received(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
        if (!request.uri().getPath().startsWith("/actuator")) {
            received.add(request);
        }
        Answer answer = answers.apply(request);
        if (answer.equals(BROKEN_OFF)) {
            exchange.close();
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean empty = bytes.length == 0 || request.method().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            if (!empty) {
                out.write(bytes);
            }
        }
    }
}

package io.dendrite.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that hold connections without getting anywhere, with real sockets. */
class ConnectionIT {

    private static final int PER_CLIENT = 30;
    private static final String HEAD = "GET /actuator/info HTTP/1.1\r\nHost: c\r\n";

    private final List<Socket> sockets = new ArrayList<>();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.with(
                "dendrite.gateway.connections.head-timeout=1s",
                "dendrite.gateway.connections.request-timeout=2s",
                "dendrite.gateway.connections.per-client=" + PER_CLIENT,
                "logging.level.io.dendrite.gateway.connection=debug");
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", HEAD, HEAD + "X-Slow: "})
    void closesAConnectionThatTricklesItsHeaders(String begin) throws IOException {
        Socket slow = connect("127.0.0.1");
        send(slow, begin);
        long begun = System.nanoTime();

        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!begin.isEmpty()) {
                        trickle(slow);
                    }
                    return isClosed(slow);
                });

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(700), Duration.ofSeconds(5));
    }

    @Test
    void closesALaterRequestOfAConnectionThatTricklesButNotAnIdleOne() throws IOException {
        Socket slow = connect("127.0.0.1");
        Socket idle = connect("127.0.0.1");
        for (Socket socket : List.of(slow, idle)) {
            send(socket, HEAD + "\r\n");
            assertThat(read(socket)).startsWith("HTTP/1.1 200");
        }
        send(slow, "GET /");

        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    trickle(slow);
                    return isClosed(slow);
                });

        send(idle, HEAD + "\r\n");
        assertThat(read(idle)).as("longer than the limit idle").startsWith("HTTP/1.1 200");
    }

    @Test
    void closesAConnectionThatTricklesABodyNobodyWants() throws IOException {
        Socket slow = connect("127.0.0.1");
        send(slow, "POST /api/v1/bookings HTTP/1.1\r\nHost: c\r\nContent-Length: 1000000\r\n\r\n{");
        assertThat(read(slow)).startsWith("HTTP/1.1 401");

        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    trickle(slow);
                    return isClosed(slow);
                });
    }

    @Test
    void servesOthersWhileOneClientTakesAllTheConnectionsItMayHave() throws IOException {
        for (int i = 0; i < PER_CLIENT; i++) {
            assertThat(ask(connect("127.0.0.3"))).startsWith("HTTP/1.1 200");
        }

        assertThat(ask(connect("127.0.0.3"))).as("one too many").isEmpty();
        assertThat(read(connect("127.0.0.3")))
                .as("one too many that says nothing")
                .isEmpty();
        assertThat(ask(connect("127.0.0.2"))).as("another client").startsWith("HTTP/1.1 200");

        for (Socket socket : sockets) {
            socket.close();
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ask(connect("127.0.0.3")))
                        .as("the places are free again")
                        .startsWith("HTTP/1.1 200"));
    }

    @Test
    void readsOnAfterAnswersThatWereGivenByAnotherThread() throws IOException {
        // Without NextRequest, one in 300 was never read.
        Socket socket = connect("127.0.0.1");
        for (int i = 0; i < 600; i++) {
            send(socket, "GET /actuator/health/liveness HTTP/1.1\r\nHost: c\r\n\r\n");
            assertThat(read(socket)).as("answer " + i).startsWith("HTTP/1.1 200");
        }
    }

    private Socket connect(String from) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", gateway.port()));
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static String ask(Socket socket) throws IOException {
        try {
            send(socket, HEAD + "\r\n");
        } catch (SocketException e) {
            return "";
        }
        return read(socket);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static void trickle(Socket socket) throws IOException {
        try {
            send(socket, "a");
        } catch (SocketException e) {
            // It is closed, which is asked for next.
        }
    }

    /** The head of an answer, or nothing when the connection is closed. */
    private static String read(Socket socket) throws IOException {
        byte[] bytes = new byte[8_192];
        try {
            int length = socket.getInputStream().read(bytes);
            return length < 0 ? "" : new String(bytes, 0, length, StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }

    /** Whether the gateway has closed it; nothing else is expected to come. */
    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(20);
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(5_000);
            }
        }
    }
}

package io.dendrite.localstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dendrite.localstack.client.ClinicClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a front desk takes for an answer, and what it asks for again. */
class FrontDeskTest {

    private static final String BOOKED = """
            {"id":"b1","appointments":[{"id":"b1.1","status":"BOOKED","sequence":0,
              "start":"2027-03-08T09:00:00-08:00","end":"2027-03-08T11:00:00-08:00","phases":[]}]}""";

    private final Deque<Map.Entry<Integer, String>> answers = new ArrayDeque<>();
    private final List<String> keys = new ArrayList<>();
    private final Acknowledged acknowledged = new Acknowledged();
    private HttpServer gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/v1/bookings", this::answer);
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void asksAgainUnderTheSameKeyUntilItIsDecided() {
        answers.add(Map.entry(503, "{\"type\":\"/problems/unavailable\"}"));
        answers.add(Map.entry(409, "{\"type\":\"/problems/request-in-progress\"}"));
        answers.add(Map.entry(201, BOOKED));

        desk().prepare(1);

        assertThat(acknowledged.bookings()).containsOnly(Map.entry("b1", "p1"));
        assertThat(keys).hasSize(3).containsOnly(keys.get(0));
        assertThat(acknowledged.calls()).isEqualTo(Map.of("book (open 503)", 1, "book (open 409)", 1, "book", 1));
    }

    @Test
    void takesARefusalForAnAnswer() {
        answers.add(Map.entry(409, "{\"type\":\"/problems/slot-taken\"}"));

        desk().prepare(1);

        assertThat(acknowledged.bookings()).isEmpty();
        assertThat(acknowledged.refusals("p1")).containsExactly("409 /problems/slot-taken");
        assertThat(keys).hasSize(1);
    }

    private FrontDesk desk() {
        ClinicClient api = new ClinicClient(
                URI.create("http://127.0.0.1:" + gateway.getAddress().getPort()), () -> "token");
        Ground ground = new Ground(List.of("s1"), "t1", LocalDate.of(2027, 3, 8));
        return new FrontDesk(api, api, ground, List.of("p1"), new SplittableRandom(1), acknowledged, () -> false);
    }

    private void answer(HttpExchange exchange) throws IOException {
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        Map.Entry<Integer, String> next = answers.remove();
        byte[] body = next.getValue().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(next.getKey(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

package io.dendrite.notification.ledger.web;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.notification.SampleEvents;
import io.dendrite.notification.Surroundings;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger over real HTTP. */
class NoticesOverHttpIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Surroundings surroundings;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void startWithFiveSentNotices() {
        surroundings = new Surroundings();
        service = surroundings.startService();
        for (int i = 0; i < 5; i++) {
            surroundings.publish(message(
                    "event-" + i, confirmed(surroundings.patient("reader", 1, "reader@example.org"), "b" + i, 2)));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        get("/api/v1/notices?status=SENT").json().get("items").size() == 5);
    }

    @AfterAll
    static void stop() {
        service.close();
        surroundings.close();
    }

    @Test
    void tellsANoticeWithoutAddressOrName() throws Exception {
        Answer list = get("/api/v1/notices?bookingId=b3&status=SENT");
        JsonNode notice = list.json().get("items").get(0);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().get("items")).hasSize(1);
        assertThat(notice.get("kind").asString()).isEqualTo("BOOKING_CONFIRMED");
        assertThat(notice.get("status").asString()).isEqualTo("SENT");
        assertThat(notice.get("patientId").asString()).isEqualTo("reader");
        assertThat(notice.get("appointmentIds").toString()).isEqualTo("[\"b3-0\",\"b3-1\"]");
        assertThat(notice.get("attempts").asInt()).isEqualTo(1);
        assertThat(notice.get("messageId").asString()).startsWith("<event-3.booking-confirmed.");
        assertThat(notice.get("sentAt").asString()).endsWith("Z");
        assertThat(list.body()).doesNotContain("example.org").doesNotContain("María");
        assertThat(get("/api/v1/notices/" + notice.get("id").asString()).json()).isEqualTo(notice);
    }

    @Test
    void pagesThroughAllNoticesNewestFirst() throws Exception {
        List<String> ids = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (pages == 0 || !cursor.isEmpty()) {
            JsonNode page = get("/api/v1/notices?patientId=reader&status=SENT&limit=2"
                            + (pages == 0 ? "" : "&cursor=" + cursor))
                    .json();
            page.get("items").forEach(item -> {
                ids.add(item.get("id").asString());
                times.add(item.get("createdAt").asString());
            });
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : page.get("nextCursor").asString();
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
        assertThat(times.stream().map(java.time.Instant::parse)).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=201, limit",
        "limit=many, limit",
        "limit=, limit",
        "status=LOST, status",
        "status=sent, status",
        "patientId=, patientId",
        "bookingId=%20, bookingId",
        "cursor=%21, cursor",
        "cursor=MTIz, cursor",
    })
    void refusesAValueThatMeansNothingByNamingTheParameter(String query, String parameter) throws Exception {
        Answer answer = get("/api/v1/notices?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/invalid-request");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(parameter);
        assertThat(answer.json().get("instance").asString()).isEqualTo("/api/v1/notices");
        assertThat(answer.json().get("traceId").asString()).isEqualTo(SampleEvents.TRACE_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/notices/unknown", "/api/v1/notices/%20", "/api/v1/elsewhere", "/"})
    void answersWithAProblemWhereThereIsNothing(String path) throws Exception {
        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/notices?status=%zz",
                "/api/v1/notices?a=[",
                "/api/v1/notices/{id}",
                "/api/v1//notices",
                "/api/v1/notices;a=b"
            })
    void answersWithAProblemToARequestThatCannotBeParsed(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token("*")
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"type\":\"/problems/invalid-request\"")
                .doesNotContain("<html");
    }

    @Test
    void answersWithAProblemToAMethodItDoesNotKnow() throws Exception {
        Answer answer = send(request("/api/v1/notices").DELETE());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/method-not-allowed");
    }

    @Test
    void refusesQuicklyWhileTheStoreIsAwayAndAnswersAgainAfterwards() throws Exception {
        surroundings.lineToMongo().cut();
        long before = System.nanoTime();
        Answer away = get("/api/v1/notices");
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        Answer ready = get("/actuator/health/readiness");
        surroundings.lineToMongo().mend();

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.json().get("type").asString()).isEqualTo("/problems/unavailable");
        assertThat(away.retryAfter()).isNotBlank();
        assertThat(took).isLessThan(Duration.ofSeconds(3));
        // Without it no page opens: the gateway is to pass this instance over.
        assertThat(ready.status()).isEqualTo(503);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("/api/v1/notices").status() == 200);
    }

    @Test
    void refusesQuicklyWhileTheStoreIsSilent() throws Exception {
        surroundings.lineToMongo().freeze();
        long before = System.nanoTime();
        Answer silent = get("/api/v1/notices");
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        surroundings.lineToMongo().thaw();

        assertThat(silent.status()).isEqualTo(503);
        assertThat(took).isLessThan(Duration.ofSeconds(3));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("/api/v1/notices").status() == 200);
    }

    private static Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Sends what no well-behaved client would. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int port() {
        return Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static HttpRequest.Builder request(String path) {
        return request(path, "*");
    }

    private static String token(String... sites) {
        return surroundings.issuer().token().roles("front-desk").sites(sites).sign();
    }

    private static HttpRequest.Builder request(String path, String... sites) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", "Bearer " + token(sites))
                .header("traceparent", "00-" + SampleEvents.TRACE_ID + "-00f067aa0ba902b7-01");
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("content-type").orElse(""),
                response.headers().firstValue("retry-after").orElse(""),
                response.body());
    }

    private record Answer(int status, String contentType, String retryAfter, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }
    }
}

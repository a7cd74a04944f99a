package io.dendrite.gateway;

import static io.dendrite.gateway.ProblemAssert.problemIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.gateway.StubService.Answer;
import io.dendrite.gateway.StubService.Received;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests go, and that answers come back as the services gave them. */
class RoutingIT {

    private static StubService scheduling;
    private static StubService notification;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        scheduling = new StubService("scheduling");
        notification = new StubService("notification");
        gateway = RunningGateway.with(
                "DENDRITE_SCHEDULING_URIS=" + scheduling.address(),
                "DENDRITE_NOTIFICATION_URIS=" + notification.address());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        scheduling.close();
        notification.close();
    }

    @BeforeEach
    void echo() {
        for (StubService service : List.of(scheduling, notification)) {
            service.received.clear();
            service.answer(request -> Answer.json(200, service.name() + " " + request.uri()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/notices?patientId=p1, notification",
        "/api/v1/notices/n1, notification",
        "/api/v1/noticesboard, scheduling",
        "/api/v1/bookings/b1, scheduling",
        "/api/v1/patients?q=J%C3%B6rg%20%2B%26x, scheduling",
        "/v3/api-docs, scheduling",
        "/v3/api-docs/swagger-config, scheduling",
        "/v3/api-docs.yaml, scheduling",
        "/swagger-ui.html, scheduling",
        "/swagger-ui/index.html, scheduling",
    })
    void sendsEachPathToItsServiceUnchanged(String target, String service) {
        assertThat(gateway.get(target).body()).isEqualTo(service + " " + target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/v2/bookings", "/bookings", "/actuator", "/actuator/env", "/favicon.ico"})
    void answersAnUnknownPathWithAProblem(String path) {
        HttpResponse<String> answer = gateway.get(path + "?name=Ada");

        assertThat(problemIn(answer, 404, "/problems/not-found").get("instance").asString())
                .isEqualTo(path);
        assertThat(answer.body()).doesNotContain("Ada");
    }

    @Test
    void passesAFileOnHoweverMuchLargerItIsThanABody() {
        byte[] file = new byte[5 * 1024 * 1024];

        HttpResponse<String> taken =
                gateway.send(gateway.to("/api/v1/imports?kind=patients").POST(BodyPublishers.ofByteArray(file)));
        HttpResponse<String> refused =
                gateway.send(gateway.to("/api/v1/bookings").POST(BodyPublishers.ofByteArray(file)));

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(scheduling.received).extracting(Received::method).containsExactly("POST");
        problemIn(refused, 413, "/problems/payload-too-large");
    }

    @Test
    void letsACalendarProgramReadAFeedWithoutAToken() {
        HttpResponse<String> answer = gateway.send(gateway.withoutToken("/feeds/s3cret.ics"));

        assertThat(answer.body()).isEqualTo("scheduling /feeds/s3cret.ics");
        assertThat(answer.headers().firstValue("RateLimit-Policy").orElse("")).contains("\"feeds\"");
        for (String beside : List.of("/feeds", "/feeds/a/b", "/feeds/s3cret.ics/x")) {
            assertThat(gateway.send(gateway.withoutToken(beside)).statusCode()).isEqualTo(401);
        }
        assertThat(gateway.send(gateway.withoutToken("/feeds/s3cret.ics").DELETE())
                        .statusCode())
                .isEqualTo(401);
        assertThat(scheduling.received).hasSize(1);
    }

    @Test
    void letsAPatientReadAndSendTheirPagesWithoutAToken() {
        HttpResponse<String> page = gateway.send(gateway.withoutToken("/my?lang=de"));
        HttpResponse<String> sent = gateway.send(gateway.withoutToken("/my/answer")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("use=CONFIRM")));

        assertThat(page.body()).isEqualTo("notification /my?lang=de");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self'")
                .contains("script-src 'self'")
                .contains("default-src 'none'");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(sent.headers().firstValue("RateLimit-Policy").orElse("")).contains("\"pages\"");
        for (String beside : List.of("/my/a/b", "/mything")) {
            assertThat(gateway.send(gateway.withoutToken(beside)).statusCode()).isEqualTo(401);
        }
        assertThat(gateway.send(gateway.withoutToken("/my").DELETE()).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS"})
    void leavesItToTheServiceWhichMethodsItKnows(String method) {
        gateway.send(gateway.to("/api/v1/sites").method(method, BodyPublishers.noBody()));

        assertThat(scheduling.received).extracting(Received::method).containsExactly(method);
    }

    @Test
    void passesAServicesProblemThroughUnchanged() {
        String problem = "{\"type\":\"/problems/slot-taken\",\"status\":409,\"alternatives\":[]}";
        scheduling.answer(request ->
                new Answer(409, Map.of("Content-Type", "application/problem+json", "ETag", "\"3\""), problem));

        HttpResponse<String> answer = gateway.post("/api/v1/bookings", "{}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo(problem);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"3\"");
    }

    @Test
    void passesAServices503ThroughHoweverOftenItComes() {
        scheduling.answer(request ->
                new Answer(503, Map.of("Content-Type", "application/problem+json", "Retry-After", "7"), "{\"own\":1}"));

        for (int i = 0; i < 40; i++) {
            HttpResponse<String> answer = gateway.get("/api/v1/sites");
            assertThat(answer.body()).isEqualTo("{\"own\":1}");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        }
        assertThat(scheduling.received).as("asked once for each request").hasSize(40);
    }

    @Test
    void makesARedirectToAnInstanceRelative() {
        scheduling.answer(request ->
                new Answer(302, Map.of("Location", scheduling.address() + "/swagger-ui/index.html?a=b"), ""));

        assertThat(gateway.get("/swagger-ui.html").headers().firstValue("Location"))
                .hasValue("/swagger-ui/index.html?a=b");
    }

    @Test
    void leavesARelativeLocationAlone() {
        scheduling.answer(request -> new Answer(201, Map.of("Location", "/api/v1/bookings/b1"), "{}"));

        assertThat(gateway.post("/api/v1/bookings", "{}").headers().firstValue("Location"))
                .hasValue("/api/v1/bookings/b1");
    }

    @Test
    void serves500RequestsAtOnceEachWithItsOwnAnswer() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 500)
                .mapToObj(i -> gateway.sendAsync(gateway.to("/api/v1/bookings/" + i)
                        .header("X-Request-Id", "request-" + i)
                        .POST(BodyPublishers.ofString("{\"i\":" + i + "}"))))
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            HttpResponse<String> answer = answers.get(i).join();
            assertThat(answer.body()).isEqualTo("scheduling /api/v1/bookings/" + i);
            assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("request-" + i);
        }
        assertThat(scheduling.received).hasSize(500);
    }
}

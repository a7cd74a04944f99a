package io.dendrite.gateway;

import static io.dendrite.gateway.ProblemAssert.problemIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which other web pages may use the API. */
class OtherOriginsIT {

    private static final String DESK = "https://desk.clinic.example";

    private static StubService service;
    private static RunningGateway open;
    private static RunningGateway closed;

    @BeforeAll
    static void start() {
        service = new StubService("scheduling");
        open = RunningGateway.with(
                "DENDRITE_SCHEDULING_URIS=" + service.address(), "dendrite.gateway.cors.allowed-origins=" + DESK);
        closed = RunningGateway.with("DENDRITE_SCHEDULING_URIS=" + service.address());
    }

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        service.received.clear();
    }

    @Test
    void answersTheBrowsersQuestionWithoutAToken() {
        HttpResponse<String> answer = open.send(question(open, DESK));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(DESK);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(service.received).isEmpty();
    }

    @Test
    void letsAPageOfThatOriginReadAnswersAndProblems() {
        HttpResponse<String> answer = open.send(open.to("/api/v1/sites").header("Origin", DESK));
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(DESK);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("ETag", "RateLimit");

        HttpResponse<String> refused =
                open.send(open.withoutToken("/api/v1/sites").header("Origin", DESK));
        problemIn(refused, 401, "/problems/unauthenticated");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue(DESK);
    }

    @Test
    void refusesOtherOrigins() {
        problemIn(open.send(question(open, "https://evil.example")), 403, "/problems/forbidden");
        problemIn(
                open.send(open.to("/api/v1/sites").header("Origin", "https://evil.example")),
                403,
                "/problems/forbidden");
        assertThat(service.received).isEmpty();
    }

    @Test
    void isClosedUnlessTold() {
        HttpResponse<String> answer = closed.send(question(closed, DESK));

        problemIn(answer, 403, "/problems/forbidden");
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    private static HttpRequest.Builder question(RunningGateway gateway, String origin) {
        return gateway.withoutToken("/api/v1/bookings")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key");
    }
}

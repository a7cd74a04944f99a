package io.dendrite.gateway;

import static io.dendrite.gateway.ProblemAssert.problemIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.gateway.StubService.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One instance that fails in every way an instance can. */
class FailureIT {

    private StubService service;
    private RunningGateway gateway;
    private final CountDownLatch released = new CountDownLatch(1);

    @BeforeEach
    void start() {
        service = new StubService("scheduling");
        gateway = RunningGateway.with(
                "DENDRITE_SCHEDULING_URIS=" + service.address(),
                "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1500ms",
                "dendrite.gateway.answer-timeout=1500ms",
                "dendrite.gateway.breaker.minimum-calls=6",
                "dendrite.gateway.breaker.window=6",
                "dendrite.gateway.breaker.trial-calls=1",
                "dendrite.gateway.breaker.open-time=4s");
    }

    @AfterEach
    void stop() {
        released.countDown();
        gateway.close();
        service.close();
    }

    @Test
    void asksTwiceForAReadWhoseConnectionBreaks() {
        service.answer(request -> service.received.size() == 1 ? StubService.BROKEN_OFF : Answer.json(200, "{}"));

        assertThat(gateway.get("/api/v1/sites").statusCode()).isEqualTo(200);
        assertThat(service.received).hasSize(2);
    }

    @Test
    void givesUpAReadAfterTheSecondBreak() {
        service.answer(request -> StubService.BROKEN_OFF);

        problemIn(gateway.get("/api/v1/sites"), 502, "/problems/bad-gateway");
        assertThat(service.received).hasSize(2);
    }

    @Test
    void neverRepeatsAWriteThatWasSent() {
        service.answer(request -> StubService.BROKEN_OFF);

        for (String method : new String[] {"POST", "PUT", "PATCH"}) {
            service.received.clear();
            HttpResponse<String> answer =
                    gateway.send(gateway.to("/api/v1/bookings").method(method, BodyPublishers.ofString("{}")));

            assertThat(problemIn(answer, 502, "/problems/bad-gateway")
                            .get("detail")
                            .asString())
                    .contains("Idempotency-Key");
            assertThat(service.received).as(method).hasSize(1);
        }
        service.received.clear();
        problemIn(gateway.send(gateway.to("/api/v1/holds/h1").DELETE()), 502, "/problems/bad-gateway");
        assertThat(service.received).hasSize(1);
    }

    @Test
    void answers504WhenTheServiceIsSlowAndDoesNotAskAgain() {
        service.answer(request -> slow());

        problemIn(gateway.get("/api/v1/availability"), 504, "/problems/timeout");
        problemIn(gateway.post("/api/v1/bookings", "{}"), 504, "/problems/timeout");
        assertThat(service.received).hasSize(2);
    }

    @Test
    void answers503WhenTheServiceIsDownAndServesOnceItIsBack() {
        gateway.get("/api/v1/sites");
        service.stop();

        HttpResponse<String> down = gateway.post("/api/v1/bookings", "{}");
        problemIn(down, 503, "/problems/unavailable");
        assertThat(down.headers().firstValue("Retry-After")).hasValue("4");

        service.start();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> gateway.get("/api/v1/sites").statusCode() == 200);
    }

    @Test
    void leavesAFailingServiceAloneAndComesBackToIt() {
        service.answer(request -> StubService.BROKEN_OFF);
        for (int i = 0; i < 6; i++) {
            gateway.post("/api/v1/bookings", "{}");
        }
        service.answer(request -> Answer.json(200, "{}"));

        HttpResponse<String> refused = gateway.post("/api/v1/bookings", "{}");
        problemIn(refused, 503, "/problems/unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("4");
        assertThat(service.received).as("nothing came through the open circuit").hasSize(6);

        await().atMost(Duration.ofSeconds(15))
                .until(() -> gateway.post("/api/v1/bookings", "{}").statusCode() == 200);
        for (int i = 0; i < 10; i++) {
            assertThat(gateway.get("/api/v1/sites").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsTheCircuitClosedWhateverAServiceAnswers() {
        service.answer(request -> Answer.json(500, "{\"own\":true}"));
        for (int i = 0; i < 20; i++) {
            assertThat(gateway.get("/api/v1/sites").body()).isEqualTo("{\"own\":true}");
        }
    }

    private Answer slow() {
        try {
            assertThat(released.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.json(200, "{}");
    }
}

package io.dendrite.gateway;

import static io.dendrite.gateway.ProblemAssert.problemIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.gateway.StubService.Answer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances behind one door, of which one may die at any time. */
class TwoInstancesIT {

    private StubService first;
    private StubService second;
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        first = new StubService("first");
        second = new StubService("second");
        gateway = RunningGateway.with(
                "DENDRITE_SCHEDULING_URIS=" + first.address() + ", " + second.address(),
                "dendrite.gateway.rest-after-refusal=1s",
                "dendrite.gateway.breaker.minimum-calls=4",
                "dendrite.gateway.breaker.window=4",
                "dendrite.gateway.breaker.open-time=5s",
                "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1500ms");
    }

    @AfterEach
    void stop() {
        gateway.close();
        first.close();
        second.close();
    }

    @Test
    void spreadsRequestsEvenly() {
        for (int i = 0; i < 40; i++) {
            gateway.get("/api/v1/sites");
        }

        assertThat(first.received).hasSize(20);
        assertThat(second.received).hasSize(20);
    }

    @Test
    void losesNoWriteWhenOneInstanceIsDownAndUsesItAgainWhenItIsBack() {
        first.stop();

        for (int i = 0; i < 30; i++) {
            assertThat(gateway.post("/api/v1/bookings", "{\"i\":" + i + "}").statusCode())
                    .isEqualTo(200);
        }
        assertThat(second.received).as("each exactly once").hasSize(30);
        assertThat(second.received.get(7).body()).isEqualTo("{\"i\":7}");

        first.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            gateway.get("/api/v1/sites");
            return !first.received.isEmpty();
        });
    }

    @Test
    void asksTheOtherOnceOneSaysThatItLeaves() {
        first.answer(request -> leaving());
        HttpResponse<String> told;
        do {
            told = gateway.get("/api/v1/sites");
        } while (first.received.isEmpty());

        assertThat(told.headers().firstValue("Dendrite-Leaving")).isEmpty();
        for (int i = 0; i < 10; i++) {
            gateway.get("/api/v1/sites");
        }
        assertThat(first.received).hasSize(1);
        assertThat(second.received).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void goesOnAskingOneThatLeavesWhileThereIsNoOther() {
        second.stop();
        first.answer(request -> leaving());

        for (int i = 0; i < 5; i++) {
            assertThat(gateway.get("/api/v1/sites").statusCode()).isEqualTo(200);
        }
    }

    private static Answer leaving() {
        return new Answer(200, Map.of("Content-Type", "application/json", "Dendrite-Leaving", "true"), "{}");
    }

    @Test
    void answers503OnlyWhenBothAreDown() {
        first.stop();
        second.stop();

        problemIn(gateway.get("/api/v1/sites"), 503, "/problems/unavailable");
    }

    @Test
    void leavesAHungInstanceAloneWhileTheOtherServes() {
        CountDownLatch released = new CountDownLatch(1);
        first.answer(request -> {
            try {
                assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.json(200, "{}");
        });
        for (int i = 0; i < 8; i++) {
            gateway.get("/api/v1/sites");
        }

        // The circuit of the first is open for five seconds: all go to the other.
        for (int i = 0; i < 6; i++) {
            assertThat(gateway.get("/api/v1/sites").statusCode()).isEqualTo(200);
        }
        released.countDown();
    }

    @Test
    void showsInItsHealthHowManyInstancesAreReady() {
        assertThat(gateway.get("/actuator/health").body())
                .contains("\"scheduling\":{\"details\":{\"instances\":2,\"ready\":2},\"status\":\"UP\"}");

        first.stop();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(gateway.get("/actuator/health").body())
                        .contains("\"scheduling\":{\"details\":{\"instances\":2,\"ready\":1},\"status\":\"UP\"}"));

        second.stop();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(gateway.get("/actuator/health").body())
                        .contains("\"scheduling\":{\"details\":{\"instances\":2,\"ready\":0},\"status\":\"DOWN\"}")
                        .doesNotContain(first.address()));
        assertThat(gateway.get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(gateway.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(gateway.get("/actuator/info").body()).contains("\"artifact\":\"gateway\"");
    }
}

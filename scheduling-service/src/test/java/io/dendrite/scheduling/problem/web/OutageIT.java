package io.dendrite.scheduling.problem.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** Stops the database under a running service. The context goes afterwards, since other tests share the database. */
@DirtiesContext
class OutageIT extends ServiceIT {

    private static final String MARIA = """
            {"givenName":"Maria","familyName":"Sousa","birthDate":"1985-04-12","language":"en","emailConsent":false}""";

    private boolean stopped;

    @AfterEach
    void restart() {
        if (stopped) {
            MONGO.start();
        }
    }

    @Test
    void answers503WithinThreeSecondsAndRecovers() {
        assertThat(api().get("/api/v1/sites").status()).isEqualTo(200);
        assertThat(api().get("/actuator/health/readiness").status()).isEqualTo(200);

        MONGO.stop();
        stopped = true;

        for (int i = 0; i < 3; i++) {
            assertUnavailable(() -> api().get("/api/v1/sites"));
            assertUnavailable(() -> api().post("/api/v1/patients", MARIA));
            assertUnavailable(() -> api().post("/api/v1/patients", MARIA, "Idempotency-Key", "outage"));
        }
        assertThat(api().get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(api().get("/actuator/health/liveness").status()).isEqualTo(200);

        MONGO.start();
        stopped = false;

        await().atMost(Duration.ofSeconds(15))
                .until(() -> api().get("/api/v1/sites").status() == 200);
        assertThat(api().post("/api/v1/patients", MARIA, "Idempotency-Key", "outage")
                        .status())
                .isEqualTo(201);
        assertThat(api().get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    private static void assertUnavailable(Supplier<Answer> call) {
        long start = System.nanoTime();
        Answer answer = call.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("/problems/unavailable");
        assertThat(answer.header("Retry-After")).matches("\\d+");
        assertThat(answer.text()).doesNotContain("mongo", "127.0.0.1");
        assertThat(took).isLessThan(Duration.ofSeconds(3));
    }
}

package io.dendrite.notification.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.Surroundings;
import io.dendrite.testsupport.GuardedService;
import io.dendrite.testsupport.MatrixLine;
import io.dendrite.testsupport.TestIssuer;
import io.dendrite.testsupport.TokenContract;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The running service lets in nobody but the holders of good tokens. */
class TokensIT extends TokenContract {

    private static Surroundings surroundings;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
        service = surroundings.startService();
    }

    @AfterAll
    static void stop() {
        service.close();
        surroundings.close();
    }

    @Override
    protected GuardedService service() {
        return GuardedNotices.of(service, surroundings.issuer());
    }

    @Test
    void anIssuerThatIsAwayAtTheStartIsAnOutageThatPasses() {
        try (TestIssuer late = new TestIssuer()) {
            String token = late.token().roles("front-desk").sites("*").sign();
            late.stop();
            try (ConfigurableApplicationContext another =
                    surroundings.startService("DENDRITE_ISSUER=" + late.issuer())) {
                GuardedService fresh = GuardedNotices.of(another, late);
                MatrixLine line = fresh.matrix().get(0);

                long before = System.nanoTime();
                HttpResponse<String> away = fresh.call(line, token);
                Duration took = Duration.ofNanos(System.nanoTime() - before);

                assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
                assertThat(away.headers().firstValue("Retry-After"))
                        .hasValueSatisfying(seconds -> assertThat(seconds).matches("\\d+"));
                assertThat(away.body()).contains("/problems/unavailable").doesNotContain("Exception");
                assertThat(took).isLessThan(Duration.ofSeconds(5));

                late.start();

                assertThat(fresh.call(line, token).statusCode()).isEqualTo(200);
            }
        }
    }
}

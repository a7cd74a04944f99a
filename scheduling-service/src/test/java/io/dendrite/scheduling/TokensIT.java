package io.dendrite.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.testsupport.GuardedService;
import io.dendrite.testsupport.TestIssuer;
import io.dendrite.testsupport.TokenContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Which tokens the scheduling service takes. */
class TokensIT extends ServiceIT {

    /** Good and bad ones, on every call. */
    @Nested
    class Tokens extends TokenContract {
        @Override
        protected GuardedService service() {
            return guarded();
        }
    }

    @Test
    void anIssuerThatIsAwayAtTheStartIsAnOutageThatPasses() {
        try (TestIssuer issuer = new TestIssuer();
                ConfigurableApplicationContext service = new SpringApplicationBuilder(SchedulingApplication.class)
                        .run(
                                "--server.port=0",
                                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                                "--spring.kafka.admin.auto-create=false",
                                "--spring.mongodb.uri=" + MONGO.connectionString("issuer-away"),
                                "--dendrite.encryption.master-key=" + TestEncryption.MASTER_KEY,
                                "--DENDRITE_ISSUER=" + issuer.issuer())) {
            Api api = new Api("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"))
                    .withToken(everything(issuer).sign());
            issuer.stop();

            Api.Answer away = api.get("/api/v1/treatments");
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.problem()).isEqualTo("/problems/unavailable");
            assertThat(away.header("Retry-After")).isNotNull();

            issuer.start();
            assertThat(api.get("/api/v1/treatments").status()).isEqualTo(200);
        }
    }
}

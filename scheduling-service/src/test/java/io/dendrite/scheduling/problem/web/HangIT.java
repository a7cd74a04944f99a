package io.dendrite.scheduling.problem.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.SchedulingApplication;
import io.dendrite.scheduling.ServiceIT;
import io.dendrite.scheduling.TestEncryption;
import io.dendrite.testsupport.EmbeddedMongo;
import io.dendrite.testsupport.TestIssuer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A database that accepts and never answers is the slowest outage of all. */
class HangIT {

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final TestIssuer issuer = new TestIssuer();
    private final FreezableLink link =
            new FreezableLink(URI.create(mongo.connectionString()).getPort());
    private ConfigurableApplicationContext service;
    private Api api;

    @BeforeEach
    void start() {
        service = new SpringApplicationBuilder(SchedulingApplication.class)
                .run(
                        "--server.port=0",
                        "--DENDRITE_ISSUER=" + issuer.issuer(),
                        "--dendrite.encryption.master-key=" + TestEncryption.MASTER_KEY,
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--spring.kafka.admin.auto-create=false",
                        "--spring.mongodb.uri=mongodb://127.0.0.1:" + link.port() + "/hang");
        api = new Api("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"))
                .withToken(ServiceIT.everything(issuer).sign());
    }

    @AfterEach
    void stop() throws Exception {
        if (link.isFrozen()) {
            link.thaw();
        }
        service.close();
        link.close();
        mongo.close();
        issuer.close();
    }

    @Test
    void answers503WithinThreeSecondsAndRecovers() {
        assertThat(api.get("/api/v1/treatments").status()).isEqualTo(200);

        link.freeze();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            Answer answer = api.get("/api/v1/treatments");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("/problems/unavailable");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }

        link.thaw();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/api/v1/treatments").status() == 200);
    }
}

package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dendrite.testsupport.EnabledIfImage;
import io.dendrite.testsupport.FuzzContract;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The whole service on MongoDB itself, which is then asked how it finds what any request, here or before, has asked for. */
@EnabledIfImage("mongo:8")
@Testcontainers
@TestPropertySource(properties = "dendrite.seed-demo-clinic=true")
class MongoRequestsIT extends BookingsIT {

    @Container
    private static final MongoDBContainer SERVER = new MongoDBContainer("mongo:8");

    @DynamicPropertySource
    static void realDatabase(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", () -> SERVER.getConnectionString() + "/dendrite-scheduling");
    }

    @AfterAll
    static void noQueryReadsAWholeCollection() {
        assertThat(QUERIES.size()).isGreaterThan(30);
        try (MongoClient client = MongoClients.create(SERVER.getConnectionString())) {
            assertThat(QUERIES.scanned(client, READ_WHOLE_ON_PURPOSE)).isEmpty();
        }
    }

    /** Some of every operation. */
    @EnabledIfImage("mongo:8")
    @Nested
    class Fuzz extends FuzzContract {

        private final String token = everything(ISSUER).sign();

        @Override
        protected String base() {
            return MongoRequestsIT.this.base();
        }

        @Override
        protected String token() {
            return token;
        }

        @Override
        protected Set<String> costly() {
            return Set.of("/api/v1/audit/verification");
        }

        @Override
        protected int requests() {
            return 2_000;
        }
    }
}

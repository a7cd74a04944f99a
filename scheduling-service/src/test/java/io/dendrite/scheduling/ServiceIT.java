package io.dendrite.scheduling;

import io.dendrite.testsupport.EmbeddedMongo;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole service on a free port, with a database of its own; subclasses speak real HTTP to it. Kafka is away: events
 * wait in the outbox, and neither the start nor a request waits for it.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "spring.kafka.admin.auto-create=false",
            "spring.kafka.producer.properties.max.block.ms=500"
        })
public abstract class ServiceIT {

    protected static final EmbeddedMongo MONGO = new EmbeddedMongo();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", () -> MONGO.connectionString("dendrite-scheduling"));
    }

    /** Speaks to the service under test. */
    protected Api api() {
        return new Api("http://127.0.0.1:" + port);
    }
}

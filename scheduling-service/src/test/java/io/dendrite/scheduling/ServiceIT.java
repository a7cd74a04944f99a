package io.dendrite.scheduling;

import io.dendrite.testsupport.EmbeddedMongo;
import io.dendrite.testsupport.TestIssuer;
import io.dendrite.testsupport.TestToken;
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
    protected static final TestIssuer ISSUER = new TestIssuer();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        // A subclass that needs a database of its own names it as test.database.
        properties.add("DENDRITE_ISSUER", ISSUER::issuer);
        properties.add("spring.mongodb.uri", () -> MONGO.connectionString("${test.database:dendrite-scheduling}"));
    }

    /** Speaks to the service under test, as somebody who may do everything everywhere. */
    protected Api api() {
        return api(everything(ISSUER));
    }

    /** Speaks to the service under test with a token of one's own. */
    protected Api api(TestToken token) {
        return new Api(base()).withToken(token.sign());
    }

    /** Where the service under test listens. */
    protected String base() {
        return "http://127.0.0.1:" + port;
    }

    /** A token for every role and every site. */
    public static TestToken everything(TestIssuer issuer) {
        return issuer.token()
                .subject("tester")
                .roles("front-desk", "clinician", "manager", "auditor")
                .sites("*");
    }
}

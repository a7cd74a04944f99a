package io.dendrite.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.access.model.AccessMatrix;
import io.dendrite.access.model.Role;
import io.dendrite.testsupport.EmbeddedMongo;
import io.dendrite.testsupport.GuardedService;
import io.dendrite.testsupport.MatrixLine;
import io.dendrite.testsupport.QueryWatch;
import io.dendrite.testsupport.TestIssuer;
import io.dendrite.testsupport.TestToken;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The whole service on a free port, with a database of its own; subclasses speak real HTTP to it. Kafka is away: events
 * wait in the outbox, and neither the start nor a request waits for it.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            // Contexts are stopped and started again between classes; nobody is there to be told.
            "dendrite.stop.quiet=1ms",
            "spring.kafka.admin.auto-create=false",
            "spring.kafka.producer.properties.max.block.ms=500"
        })
@Import(ServiceIT.Watched.class)
public abstract class ServiceIT {

    /** There are few of them, or the first few are asked for, or it is asked at the start only. */
    protected static final Set<String> READ_WHOLE_ON_PURPOSE =
            Set.of("sites.", "treatments.", "heads.find {}", "inbox.find {}", "vault.distinct {}");

    protected static final QueryWatch QUERIES = new QueryWatch();

    protected static final EmbeddedMongo MONGO = new EmbeddedMongo();
    protected static final TestIssuer ISSUER = new TestIssuer();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private AccessMatrix matrix;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        // A subclass that needs a database of its own names it as test.database.
        properties.add("DENDRITE_ISSUER", ISSUER::issuer);
        properties.add("dendrite.encryption.master-key", () -> TestEncryption.MASTER_KEY);
        properties.add("spring.mongodb.uri", () -> MONGO.connectionString("${test.database:dendrite-scheduling}"));
    }

    /** What any test has had the service ask of its database. */
    @AfterAll
    static void everyQueryIsServedByAnIndex() {
        assertThat(QUERIES.unserved(READ_WHOLE_ON_PURPOSE)).isEmpty();
    }

    /** Has the service's client of the database watched. */
    static class Watched {

        @Bean
        MongoClientSettingsBuilderCustomizer watch() {
            return settings -> settings.addCommandListener(QUERIES);
        }
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

    /** The service under test, as the contracts of its door try it. */
    protected GuardedService guarded() {
        List<MatrixLine> lines = matrix.rules().stream()
                .map(rule -> new MatrixLine(
                        rule.method(),
                        rule.path(),
                        rule.roles().stream().map(Role::claim).collect(Collectors.toSet()),
                        rule.scope()))
                .toList();
        return new GuardedService(base(), ISSUER, mappings, lines);
    }

    /** A token for every role and every site. */
    public static TestToken everything(TestIssuer issuer) {
        return issuer.token()
                .subject("tester")
                .roles("front-desk", "clinician", "manager", "auditor")
                .sites("*");
    }
}

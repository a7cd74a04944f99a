package io.dendrite.scheduling.outbox;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dendrite.scheduling.outbox.application.EventPublisher;
import io.dendrite.scheduling.outbox.application.OutboxRelay;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The outbox of one running instance, put together and configured as in production, without the rest of the service. */
public final class OutboxInstance implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    public OutboxInstance(String mongo, String kafka, String... settings) {
        context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(
                                Stream.of("--spring.mongodb.uri=" + mongo, "--spring.kafka.bootstrap-servers=" + kafka),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }

    public EventPublisher publisher() {
        return context.getBean(EventPublisher.class);
    }

    OutboxRelay relay() {
        return context.getBean(OutboxRelay.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as a configuration, or every test of the whole service would find it and take its client. */
    @ImportAutoConfiguration(KafkaAutoConfiguration.class)
    @Import(OutboxConfiguration.class)
    static class Wiring {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ObservationRegistry observations() {
            return ObservationRegistry.create();
        }

        @Bean
        MongoClient mongo(@Value("${spring.mongodb.uri}") String uri) {
            return MongoClients.create(uri);
        }

        @Bean
        MongoDatabase database(MongoClient client, @Value("${spring.mongodb.uri}") String uri) {
            return client.getDatabase(new ConnectionString(uri).getDatabase());
        }
    }
}

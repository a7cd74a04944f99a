package io.dendrite.scheduling.outbox.kafka;

import org.junit.jupiter.api.AfterAll;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class EmbeddedPublisherIT extends PublisherContract {

    private static final EmbeddedKafkaKraftBroker KAFKA = new EmbeddedKafkaKraftBroker(1, 1);

    static {
        // Before the contract's own preparation, which runs before that of a subclass.
        KAFKA.afterPropertiesSet();
    }

    @AfterAll
    static void stopKafka() {
        KAFKA.destroy();
    }

    @Override
    String bootstrapServers() {
        return KAFKA.getBrokersAsString();
    }
}

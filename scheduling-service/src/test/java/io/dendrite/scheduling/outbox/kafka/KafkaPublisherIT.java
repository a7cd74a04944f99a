package io.dendrite.scheduling.outbox.kafka;

import io.dendrite.testsupport.EnabledIfImage;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

@EnabledIfImage("apache/kafka:4.1.0")
@Testcontainers
class KafkaPublisherIT extends PublisherContract {

    @Container
    private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.1.0");

    @Override
    String bootstrapServers() {
        return KAFKA.getBootstrapServers();
    }
}

package io.dendrite.notification.ledger.kafka;

import io.dendrite.notification.Surroundings;
import io.dendrite.testsupport.EnabledIfImage;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The contract on a Kafka of its own, where Docker can bring one. */
@EnabledIfImage("apache/kafka:4.1.0")
@Testcontainers
class KafkaListenerIT extends ListenerContract {

    @Container
    private static final KafkaContainer KAFKA =
            new KafkaContainer("apache/kafka:4.1.0").withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

    @Override
    Surroundings surroundings() {
        return new Surroundings(KAFKA.getBootstrapServers());
    }
}

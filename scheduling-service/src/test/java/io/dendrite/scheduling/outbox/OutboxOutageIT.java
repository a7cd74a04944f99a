package io.dendrite.scheduling.outbox;

import static io.dendrite.scheduling.outbox.OutboxDocuments.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.dendrite.testsupport.EmbeddedMongo;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kafka goes away and comes back, with its data, on the same port. */
class OutboxOutageIT {

    /** Shorter than in production, so that the client gives events up during the test's outage. */
    private static final String SHORT_DELIVERY = "--spring.kafka.producer.properties.delivery.timeout.ms=5000";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PATIENTS =
            IntStream.rangeClosed(1, 20).mapToObj(each -> "patient-" + each).toList();

    private EmbeddedMongo mongo;
    private LocalKafka kafka;
    private OutboxDocuments documents;

    @BeforeEach
    void start() throws Exception {
        mongo = new EmbeddedMongo();
        kafka = new LocalKafka(LocalKafka.newDirectory());
        documents = new OutboxDocuments(mongo.connectionString(), "outage");
    }

    @AfterEach
    void stop() {
        documents.close();
        kafka.close();
        mongo.close();
    }

    @Test
    void eventsWaitForKafkaAndThenAllArriveInOrder() {
        kafka.start();
        try (OutboxInstance instance = instance();
                TopicReader topic = new TopicReader(kafka.bootstrapServers())) {
            documents.push("calendar", "before", event("before", 1));
            instance.relay().wake("before");
            await().atMost(PATIENCE).until(() -> documents.waiting() == 0);

            kafka.stop();
            for (String patient : PATIENTS) {
                documents.push("calendar", patient, event(patient, 1));
                documents.push("patients", patient, event(patient, 2));
                assertTimeout(Duration.ofMillis(500), () -> instance.relay().wake(patient));
            }
            await().during(Duration.ofSeconds(8)).atMost(PATIENCE).until(() -> documents.waiting() == 40);

            kafka.start();
            await().atMost(PATIENCE).until(() -> documents.waiting() == 0);
            for (String patient : PATIENTS) {
                await().atMost(PATIENCE)
                        .until(() -> topic.firstOccurrences(patient).size() == 2);
                assertThat(topic.firstOccurrences(patient)).containsExactly(patient + "#1", patient + "#2");
            }
        }
    }

    @Test
    void createsTheTopicOnceAKafkaIsThereThatWasAwayAtTheStart() {
        try (OutboxInstance instance = instance()) {
            documents.push("calendar", "booking", event("early", 1));
            instance.relay().wake("early");

            kafka.start();

            try (TopicReader topic = new TopicReader(kafka.bootstrapServers())) {
                await().atMost(PATIENCE).until(() -> documents.waiting() == 0);
                await().atMost(PATIENCE)
                        .until(() -> topic.firstOccurrences("early").contains("early#1"));
                assertThat(topic.partitions()).isEqualTo(12);
            }
        }
    }

    @Test
    void stopsWithinSecondsWhileKafkaWasNeverThere() {
        OutboxInstance instance = instance();
        documents.push("calendar", "booking", event("never", 1));
        instance.relay().wake("never");

        assertTimeout(Duration.ofSeconds(5), instance::close);
        assertThat(documents.waiting()).isEqualTo(1);
    }

    @Test
    void stopsWithinSecondsWhileASendWaitsForKafka() {
        kafka.start();
        OutboxInstance instance = instance();
        documents.push("calendar", "before", event("before", 1));
        instance.relay().wake("before");
        await().atMost(PATIENCE).until(() -> documents.waiting() == 0);
        kafka.stop();
        documents.push("calendar", "booking", event("sent", 1));
        instance.relay().wake("sent");
        await().during(Duration.ofSeconds(1)).until(() -> documents.waiting() == 1);

        assertTimeout(Duration.ofSeconds(3), () -> instance.relay().stop());
        assertTimeout(Duration.ofSeconds(5), instance::close);
        assertThat(documents.waiting()).isEqualTo(1);
    }

    private OutboxInstance instance() {
        return new OutboxInstance(mongo.connectionString("outage"), kafka.bootstrapServers(), SHORT_DELIVERY);
    }
}

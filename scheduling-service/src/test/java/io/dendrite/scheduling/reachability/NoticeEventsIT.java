package io.dendrite.scheduling.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.events.BookingEventTopic;
import io.dendrite.events.ContactBouncedV1;
import io.dendrite.events.NoticeEventTopic;
import io.dendrite.scheduling.ServiceIT;
import io.dendrite.scheduling.outbox.LocalKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What the notification service learns of addresses reaches the front desk. */
@TestPropertySource(properties = "test.database=reachability")
class NoticeEventsIT extends ServiceIT {

    private static final String MARIA = """
            {"givenName":"Maria","familyName":"Sousa","birthDate":"1985-04-12","email":"maria@example.org",
             "language":"en","emailConsent":true}""";

    private static LocalKafka kafka;
    private static KafkaProducer<String, byte[]> producer;

    @BeforeAll
    static void startKafka() throws Exception {
        start();
    }

    private static synchronized LocalKafka start() throws Exception {
        if (kafka == null) {
            kafka = new LocalKafka(LocalKafka.newDirectory()).start();
            producer = new KafkaProducer<>(
                    Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return kafka;
    }

    @DynamicPropertySource
    static void kafka(DynamicPropertyRegistry properties) throws Exception {
        properties.add("spring.kafka.bootstrap-servers", start()::bootstrapServers);
    }

    @AfterAll
    static void stopKafka() {
        producer.close();
        kafka.close();
    }

    @Test
    void anAddressThatFailsShowsUntilItIsAnother() {
        String path = api().post("/api/v1/patients", MARIA).header("Location");
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(patient(path).path("reachable").asBoolean()).isTrue();

        send(id, NoticeEventTopic.CONTACT_BOUNCED, "not json".getBytes(StandardCharsets.UTF_8));
        send(id, "io.dendrite.patient.unknown.v1", bounced(id, 1));
        send(id, NoticeEventTopic.CONTACT_BOUNCED, bounced(id, 1));
        send(id, NoticeEventTopic.CONTACT_BOUNCED, bounced(id, 1));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> !patient(path).path("reachable").asBoolean());

        // Another language is no other address.
        api().put(path, MARIA.replace("\"en\"", "\"de\""), "If-Match", "\"1\"");
        assertThat(patient(path).path("reachable").asBoolean()).isFalse();

        api().put(path, MARIA.replace("maria@", "m.sousa@"), "If-Match", "\"2\"");
        assertThat(patient(path).path("reachable").asBoolean()).isTrue();

        // An old failure that comes late says nothing of the new address.
        send(id, NoticeEventTopic.CONTACT_BOUNCED, bounced(id, 1));
        send(id, NoticeEventTopic.CONTACT_BOUNCED, bounced(id, 3));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> !patient(path).path("reachable").asBoolean());
    }

    private JsonNode patient(String path) {
        return api().get(path).json();
    }

    private static byte[] bounced(String id, long addressVersion) {
        return NoticeEventTopic.write(new ContactBouncedV1(id, addressVersion, Instant.now()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void send(String key, String type, byte[] data) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(NoticeEventTopic.NAME, key, data);
        message.headers()
                .add(BookingEventTopic.HEADER_ID, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                .add(BookingEventTopic.HEADER_TYPE, type.getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(message).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

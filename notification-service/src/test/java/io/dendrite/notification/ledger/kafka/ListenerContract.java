package io.dendrite.notification.ledger.kafka;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.dendrite.events.BookingEventJson;
import io.dendrite.events.BookingEventTopic;
import io.dendrite.events.BookingEventType;
import io.dendrite.notification.SampleEvents;
import io.dendrite.notification.Surroundings;
import io.dendrite.notification.ledger.model.NoticeId;
import io.dendrite.notification.ledger.model.NoticeKind;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What the listener must do with whatever is on the topic, on whichever Kafka. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ListenerContract {

    private Surroundings surroundings;
    private ConfigurableApplicationContext service;

    /** The service's surroundings with the Kafka to test on. */
    abstract Surroundings surroundings();

    @BeforeAll
    void start() {
        surroundings = surroundings();
        service = surroundings.startService("dendrite.mongodb.timeout=1s", "dendrite.events.retry.cap=500ms");
    }

    @AfterAll
    void stop() {
        service.close();
        surroundings.close();
    }

    @Test
    void createsBothTopicsWithTheirPartitions() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", surroundings.kafkaAddress()))) {
                Map<String, TopicDescription> topics = admin.describeTopics(
                                List.of(BookingEventTopic.NAME, DeadLetters.TOPIC))
                        .allTopicNames()
                        .get();
                assertThat(topics.values()).allMatch(topic -> topic.partitions().size() == 12);
            }
        });
    }

    @Test
    void recordsTheGoldenSampleOfEveryType() {
        double dead = count("dendrite.events.deadlettered");
        for (BookingEventType type : BookingEventType.values()) {
            surroundings.publish(message("golden-" + type, type.ceType(), "golden", SampleEvents.golden(type)));
        }

        // The samples' patient is erased by one of them, so the rows are known by their derived ids only.
        List<String> ids = List.of(
                goldenId(BookingEventType.BOOKING_CONFIRMED_V1, NoticeKind.BOOKING_CONFIRMED),
                goldenId(BookingEventType.APPOINTMENT_RESCHEDULED_V1, NoticeKind.APPOINTMENT_RESCHEDULED),
                goldenId(BookingEventType.APPOINTMENT_CANCELLED_V1, NoticeKind.APPOINTMENT_CANCELLED));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .getCollection("notices")
                                .find(Filters.in("_id", ids))
                                .into(new ArrayList<>()))
                        .hasSize(3)
                        .allSatisfy(notice -> {
                            assertThat(notice.getString("status")).isEqualTo("SKIPPED");
                            assertThat(notice.getString("lastError")).isEqualTo("patient erased");
                            assertThat(notice.containsKey("patientId")).isFalse();
                        }));
        assertThat(count("dendrite.events.deadlettered")).isEqualTo(dead);
    }

    @Test
    void setsUnreadableRecordsAsideAndGoesOn(CapturedOutput output) {
        double before = count("dendrite.events.deadlettered");
        String confirmed = BookingEventType.BOOKING_CONFIRMED_V1.ceType();
        String marker = UUID.randomUUID().toString();
        ProducerRecord<byte[], byte[]> notJson =
                message(marker, confirmed, "same-key", bytes("{\"patient\": \"eve@example.org"));
        ProducerRecord<byte[], byte[]> lacking = message("x", confirmed, "same-key", bytes("{\"bookingId\":\"b\"}"));
        ProducerRecord<byte[], byte[]> headless =
                new ProducerRecord<>(BookingEventTopic.NAME, bytes("same-key"), bytes("{}"));
        ProducerRecord<byte[], byte[]> empty = message("y", confirmed, "same-key", null);
        for (ProducerRecord<byte[], byte[]> poison : List.of(notJson, lacking, headless, empty)) {
            surroundings.publish(poison);
        }
        surroundings.publish(message(
                "after-poison",
                confirmed,
                "same-key",
                bytes(BookingEventJson.write(
                        confirmed(surroundings.patient("p", 1, "p@example.org"), "after-poison", 1)))));

        surroundings.awaitNotice("after-poison", "SENT");

        List<ConsumerRecord<byte[], byte[]>> dead = deadLetters(4);
        assertThat(dead).extracting(this::opened).contains(notJson.value(), lacking.value(), null);
        assertThat(dead)
                .filteredOn(letter -> letter.value() != null)
                .allSatisfy(letter -> assertThat(new String(letter.value(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("eve", "bookingId"));
        ConsumerRecord<byte[], byte[]> first = dead.stream()
                .filter(letter -> marker.equals(header(letter, BookingEventTopic.HEADER_ID)))
                .findFirst()
                .orElseThrow();
        for (Header original : notJson.headers()) {
            // Setting it aside is the next step of the same trace.
            boolean position = original.key().equals(BookingEventTopic.HEADER_TRACEPARENT);
            String value = new String(original.value(), StandardCharsets.UTF_8);
            assertThat(header(first, original.key())).startsWith(position ? value.substring(0, 35) : value);
        }
        assertThat(first.key()).isEqualTo(bytes("same-key"));
        assertThat(header(first, "kafka_dlt-original-topic")).isEqualTo(BookingEventTopic.NAME);
        assertThat(first.headers().lastHeader("kafka_dlt-exception-stacktrace")).isNull();
        assertThat(count("dendrite.events.deadlettered") - before).isEqualTo(4);
        assertThat(output).contains("set aside on").doesNotContain("eve@example.org");
        assertThat(header(first, "kafka_dlt-exception-message")).doesNotContain("eve@example.org");
    }

    @Test
    void ignoresATypeItDoesNotKnowAndCountsIt() {
        double before = count("dendrite.events.ignored");
        surroundings.publish(message("new-1", "io.dendrite.booking.confirmed.v9", "new-key", bytes("{}")));
        surroundings.publish(message(
                "after-new",
                BookingEventType.BOOKING_CONFIRMED_V1.ceType(),
                "new-key",
                bytes(BookingEventJson.write(
                        confirmed(surroundings.patient("p", 1, "p@example.org"), "after-new", 1)))));

        surroundings.awaitNotice("after-new", "SENT");

        assertThat(count("dendrite.events.ignored") - before).isEqualTo(1);
    }

    @Test
    void losesNothingWhileTheStoreIsAway() {
        double deadBefore = count("dendrite.events.deadlettered");
        surroundings.lineToMongo().cut();
        for (int i = 0; i < 10; i++) {
            surroundings.publish(
                    message(confirmed(surroundings.patient("away-" + i, 1, "away@example.org"), "away-" + i, 1)));
        }
        double retriedBefore = count("dendrite.events.retried");
        // Three consumers share these tries, so one record has had more than the five that a defect is given.
        await().atMost(Duration.ofSeconds(60)).until(() -> count("dendrite.events.retried") - retriedBefore >= 20);
        surroundings.lineToMongo().mend();

        surroundings.awaitMailsTo("away@example.org", 10);

        assertThat(surroundings.mailsTo("away@example.org")).hasSize(10);
        assertThat(count("dendrite.events.deadlettered")).isEqualTo(deadBefore);
    }

    private static String goldenId(BookingEventType type, NoticeKind kind) {
        return NoticeId.of("golden-" + type, kind, "7c9e6679-7425-40de-944b-e07fc1f90ae7")
                .value();
    }

    private double count(String counter) {
        return service.getBean(MeterRegistry.class).get(counter).counter().count();
    }

    private byte[] opened(ConsumerRecord<byte[], byte[]> letter) {
        return letter.value() == null ? null : surroundings.seals().sharedSeal().open(letter.value());
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters(int count) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", surroundings.kafkaAddress(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(DeadLetters.TOPIC));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(found::add);
                return found.size() >= count;
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return message.headers().lastHeader(name) == null
                ? null
                : new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.dendrite.scheduling.outbox.kafka;

import static io.dendrite.scheduling.outbox.TopicReader.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.events.BookingEvent;
import io.dendrite.events.BookingEventJson;
import io.dendrite.events.BookingEventTopic;
import io.dendrite.events.BookingEventType;
import io.dendrite.scheduling.outbox.OutboxDocuments;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxInstance;
import io.dendrite.scheduling.outbox.TopicReader;
import io.dendrite.testsupport.EmbeddedMongo;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** How events arrive, on any Kafka: configured as in production, read by a client that knows nothing of this service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PublisherContract {

    private final JsonMapper json = new JsonMapper();
    private EmbeddedMongo mongo;
    private OutboxInstance instance;
    private TopicReader topic;

    abstract String bootstrapServers();

    @BeforeAll
    void start() {
        mongo = new EmbeddedMongo();
        instance = new OutboxInstance(mongo.connectionString("publisher"), bootstrapServers());
        topic = new TopicReader(bootstrapServers());
    }

    @AfterAll
    void stop() {
        topic.close();
        instance.close();
        mongo.close();
    }

    @Test
    void theTopicHasTwelvePartitions() {
        assertThat(topic.partitions()).isEqualTo(12);
    }

    @ParameterizedTest
    @EnumSource
    void aSampleArrivesAsItsTypeDemands(BookingEventType type) throws Exception {
        BookingEvent data = BookingEventJson.read(type, sample(type));
        Instant time = Instant.parse("2027-03-01T09:30:00.123Z");
        OutboxEvent event = OutboxEvent.of(data, "subject-1", time, OutboxDocuments.TRACEPARENT);

        instance.publisher().publish(event).get(30, TimeUnit.SECONDS);

        ConsumerRecord<String, byte[]> record = arrived(event.id());
        assertThat(record.key()).isEqualTo(data.key());
        assertThat(headerNames(record))
                .containsExactlyInAnyOrder(
                        "content-type",
                        "ce_specversion",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_time",
                        "ce_subject",
                        "traceparent");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("io.dendrite." + type.shortName());
        assertThat(header(record, "ce_source")).isEqualTo("/dendrite/scheduling-service");
        assertThat(header(record, "ce_time")).isEqualTo("2027-03-01T09:30:00.123Z");
        assertThat(header(record, "ce_subject")).isEqualTo("subject-1");
        assertThat(header(record, "traceparent")).isEqualTo(OutboxDocuments.TRACEPARENT);
        assertThat(json.readTree(record.value())).isEqualTo(json.readTree(sample(type)));
        assertThat(BookingEventJson.read(type, record.value())).isEqualTo(data);
    }

    @Test
    void onePatientsEventsShareAPartition() throws Exception {
        for (int number = 0; number < 5; number++) {
            instance.publisher()
                    .publish(OutboxDocuments.event("one-patient", number))
                    .get(30, TimeUnit.SECONDS);
        }
        arrived("one-patient#4");

        assertThat(topic.read().stream()
                        .filter(record -> "one-patient".equals(record.key()))
                        .map(ConsumerRecord::partition)
                        .distinct())
                .hasSize(1);
        assertThat(topic.firstOccurrences("one-patient"))
                .containsExactly("one-patient#0", "one-patient#1", "one-patient#2", "one-patient#3", "one-patient#4");
    }

    private ConsumerRecord<String, byte[]> arrived(String id) {
        return await().atMost(30, TimeUnit.SECONDS)
                .until(
                        () -> topic.read().stream()
                                .filter(record -> id.equals(header(record, BookingEventTopic.HEADER_ID)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<String> headerNames(ConsumerRecord<?, ?> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .map(Header::key)
                .toList();
    }

    private static byte[] sample(BookingEventType type) throws IOException {
        try (var stream = PublisherContract.class.getResourceAsStream(
                "/io/dendrite/events/samples/" + type.shortName() + ".json")) {
            return stream.readAllBytes();
        }
    }
}

package io.dendrite.scheduling.outbox;

import io.dendrite.events.BookingEventTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic of booking events from its beginning, as any Kafka client would. */
public final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    public TopicReader(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, BookingEventTopic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(BookingEventTopic.NAME, partition))
                .toList());
    }

    /** Everything read so far and what is there by now; of each key in the order of its partition. */
    public List<ConsumerRecord<String, byte[]>> read() {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        return List.copyOf(records);
    }

    /** The ids of a patient's events by their first occurrence. */
    public List<String> firstOccurrences(String patient) {
        Set<String> ids = new LinkedHashSet<>();
        read().stream()
                .filter(record -> patient.equals(record.key()))
                .forEach(record -> ids.add(header(record, BookingEventTopic.HEADER_ID)));
        return List.copyOf(ids);
    }

    public int partitions() {
        return consumer.partitionsFor(BookingEventTopic.NAME).size();
    }

    public static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

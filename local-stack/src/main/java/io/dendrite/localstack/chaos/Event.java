package io.dendrite.localstack.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as it was first seen on the topic.
 *
 * @param id its CloudEvents id
 * @param type its short name, such as {@code booking.confirmed.v1}
 * @param data what it tells
 */
record Event(String id, String type, JsonNode data) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PREFIX = "io.dendrite.";

    /** All events, each once, in the order of their partitions. */
    static List<Event> on(String bootstrapServers) {
        Map<String, Event> events = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records(bootstrapServers)) {
            String id = header(record, "ce_id");
            String type = header(record, "ce_type").replace(PREFIX, "");
            events.putIfAbsent(id, new Event(id, type, JSON.readTree(record.value())));
        }
        return List.copyOf(events.values());
    }

    /** The sequence numbers that it tells, by appointment. */
    Map<String, Integer> sequences() {
        Map<String, Integer> sequences = new LinkedHashMap<>();
        add(sequences, data);
        data.path("appointments").valueStream().forEach(visit -> add(sequences, visit));
        return sequences;
    }

    private static void add(Map<String, Integer> sequences, JsonNode visit) {
        if (visit.has("appointmentId") && visit.has("sequence")) {
            sequences.put(
                    visit.path("appointmentId").asString(),
                    visit.path("sequence").asInt());
        }
    }

    private static List<ConsumerRecord<String, byte[]>> records(String bootstrapServers) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Redelivery.TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

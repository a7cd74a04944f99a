package io.dendrite.benchmarks.floor;

import io.dendrite.benchmarks.Measured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends of a real booking's event, each acknowledged by all replicas before the next of its thread. */
public final class EventFloor implements AutoCloseable {

    private static final String EVENTS = "dendrite.booking-events.v1";
    private static final int PARTITIONS = 12;

    private final String topic = "dendrite.benchmark-" + UUID.randomUUID();
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;
    private final ConsumerRecord<String, byte[]> sample;

    /**
     * Takes an event that was published for its sample.
     *
     * @throws IllegalStateException if there is none
     */
    public EventFloor(String bootstrapServers) throws ExecutionException, InterruptedException {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
                .all()
                .get();
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
        sample = read(bootstrapServers);
    }

    /** As many sends as so many threads can do. */
    public List<Measured.Sample> run(int threads, int warmUpSeconds, int seconds) {
        return Workers.run(threads, warmUpSeconds, seconds, this::send);
    }

    /** The least that a booking and its event cost: the insert, then the send. */
    public List<Measured.Sample> runWith(StoreFloor store, int threads, int warmUpSeconds, int seconds) {
        return Workers.run(threads, warmUpSeconds, seconds, () -> {
            store.insert();
            send();
        });
    }

    private void send() throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, null, UUID.randomUUID().toString(), sample.value(), sample.headers()))
                .get();
    }

    private static ConsumerRecord<String, byte[]> read(String bootstrapServers) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "benchmark-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(EVENTS));
            for (int look = 0; look < 30; look++) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (record.value() != null) {
                        return record;
                    }
                }
            }
        }
        throw new IllegalStateException("there is no event to take for a sample");
    }

    @Override
    public void close() {
        producer.close();
        admin.deleteTopics(List.of(topic));
        admin.close();
    }
}

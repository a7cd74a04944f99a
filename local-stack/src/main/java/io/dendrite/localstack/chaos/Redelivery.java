package io.dendrite.localstack.chaos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts copies of events onto their topic, some of them much later, as a relay does that died before it knew. */
final class Redelivery implements Runnable {

    static final String TOPIC = "dendrite.booking-events.v1";
    private static final int KEPT = 100;

    private final String bootstrapServers;
    private final SplittableRandom chance;
    private final BooleanSupplier goesOn;
    private final AtomicInteger copies = new AtomicInteger();

    Redelivery(String bootstrapServers, SplittableRandom chance, BooleanSupplier goesOn) {
        this.bootstrapServers = bootstrapServers;
        this.chance = chance;
        this.goesOn = goesOn;
    }

    /** How many copies there are. */
    int copies() {
        return copies.get();
    }

    @Override
    public void run() {
        Deque<ConsumerRecord<String, byte[]>> kept = new ArrayDeque<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "group.id",
                                "chaos-" + UUID.randomUUID(),
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "max.block.ms", 2000),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (goesOn.getAsBoolean()) {
                consumer.poll(Duration.ofMillis(500)).forEach(kept::add);
                if (!kept.isEmpty() && chance.nextInt(4) == 0) {
                    // The oldest that is kept, or the one just heard.
                    copy(producer, chance.nextBoolean() ? kept.removeFirst() : kept.getLast());
                }
                while (kept.size() > KEPT) {
                    kept.removeFirst();
                }
            }
        }
    }

    private void copy(KafkaProducer<String, byte[]> producer, ConsumerRecord<String, byte[]> event) {
        try {
            producer.send(new ProducerRecord<>(TOPIC, null, event.key(), event.value(), event.headers()))
                    .get(5, TimeUnit.SECONDS);
            copies.incrementAndGet();
        } catch (ExecutionException | TimeoutException away) {
            // Kafka is being harmed; whether this copy is there makes no difference.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

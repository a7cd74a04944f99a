package io.dendrite.notification.ledger.kafka;

import io.dendrite.encryption.BrokenSealException;
import io.dendrite.encryption.SharedSeal;
import io.dendrite.encryption.mongo.EncryptionConfiguration;
import io.dendrite.events.BookingEventTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * A command: puts the records that were set aside back onto the topic, once what was wrong with them is mended. Each is put
 * back once, however often the command runs; what still cannot be read is set aside again.
 */
public final class ReplayDeadLetters {

    /** What the command is called. */
    public static final String NAME = "replay-dead-letters";

    private static final String GROUP = "notification-service-replay";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Headers that tell why a record was set aside, and how. */
    private static final String WHY = "kafka_dlt-";

    private ReplayDeadLetters() {}

    /**
     * Puts them back, with the settings of the service.
     *
     * @param arguments {@code --dry-run} only counts them; others are settings
     * @return how many were put back, or would be
     */
    public static int run(String... arguments) {
        boolean dryRun = List.of(arguments).contains("--dry-run");
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            return replay(context, dryRun);
        }
    }

    @SuppressWarnings("unchecked")
    private static int replay(ConfigurableApplicationContext context, boolean dryRun) {
        ConsumerFactory<byte[], byte[]> consumers = context.getBean(ConsumerFactory.class);
        KafkaTemplate<byte[], byte[]> producer = context.getBean(KafkaTemplate.class);
        SharedSeal seal = context.getBean(SharedSeal.class);
        int count = 0;
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer(GROUP, null)) {
            consumer.subscribe(List.of(DeadLetters.TOPIC));
            for (var found = consumer.poll(PATIENCE); !found.isEmpty(); found = consumer.poll(PATIENCE)) {
                for (ConsumerRecord<byte[], byte[]> each : found) {
                    count++;
                    if (!dryRun) {
                        putBack(each, producer, seal);
                        consumer.commitSync(Map.of(
                                new TopicPartition(each.topic(), each.partition()),
                                new OffsetAndMetadata(each.offset() + 1)));
                    }
                }
            }
        }
        return count;
    }

    private static void putBack(
            ConsumerRecord<byte[], byte[]> setAside, KafkaTemplate<byte[], byte[]> producer, SharedSeal seal) {
        ProducerRecord<byte[], byte[]> again =
                new ProducerRecord<>(BookingEventTopic.NAME, setAside.key(), plain(setAside, seal));
        StreamSupport.stream(setAside.headers().spliterator(), false)
                .filter(header -> !header.key().startsWith(WHY))
                .filter(header -> !header.key().equals(SealingRecoverer.SEALED_WITH))
                .forEach(again.headers()::add);
        try {
            producer.send(again).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not take the record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the end", e);
        }
    }

    private static byte[] plain(ConsumerRecord<byte[], byte[]> setAside, SharedSeal seal) {
        if (setAside.headers().lastHeader(SealingRecoverer.SEALED_WITH) == null) {
            return setAside.value();
        }
        try {
            return seal.open(setAside.value());
        } catch (BrokenSealException e) {
            throw new IllegalStateException(
                    "A record was sealed with another master key: run this with that of the service.", e);
        }
    }

    /** Nothing but the database's keys and Kafka. */
    @ImportAutoConfiguration({MongoAutoConfiguration.class, EncryptionConfiguration.class, KafkaAutoConfiguration.class
    })
    static class Wiring {}
}

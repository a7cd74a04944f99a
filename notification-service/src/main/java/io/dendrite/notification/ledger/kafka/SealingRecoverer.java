package io.dendrite.notification.ledger.kafka;

import io.dendrite.encryption.Purpose;
import io.dendrite.encryption.SharedSeal;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Seals the value of each record that it sets aside: nobody knows what stands in a record that could not be read. While
 * the vault is away it fails, and the partition waits.
 */
final class SealingRecoverer extends DeadLetterPublishingRecoverer {

    /** The header that names the key a value is sealed with. */
    static final String SEALED_WITH = "dendrite-sealed-with";

    private final SharedSeal seal;

    SealingRecoverer(
            KafkaTemplate<byte[], byte[]> template,
            BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> destination,
            SharedSeal seal) {
        super(template, destination);
        this.seal = seal;
    }

    @Override
    protected ProducerRecord<Object, Object> createProducerRecord(
            ConsumerRecord<?, ?> record,
            TopicPartition topicPartition,
            Headers headers,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        if (!(record.value() instanceof byte[] plain)) {
            return super.createProducerRecord(record, topicPartition, headers, key, value);
        }
        headers.add(SEALED_WITH, Purpose.DEAD_LETTERS.keyName().getBytes(StandardCharsets.UTF_8));
        return super.createProducerRecord(record, topicPartition, headers, key, seal.seal(Purpose.DEAD_LETTERS, plain));
    }
}

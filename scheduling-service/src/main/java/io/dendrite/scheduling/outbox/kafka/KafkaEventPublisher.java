package io.dendrite.scheduling.outbox.kafka;

import io.dendrite.events.BookingEventTopic;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.application.EventPublisher;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;

/** Writes events in the binary mode of the CloudEvents Kafka binding (1.0.2, section 3.2). */
public final class KafkaEventPublisher implements EventPublisher {

    private final KafkaOperations<String, byte[]> kafka;

    public KafkaEventPublisher(KafkaOperations<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    @Override
    public CompletableFuture<?> publish(OutboxEvent event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                BookingEventTopic.NAME, event.key(), event.data().getBytes(StandardCharsets.UTF_8));
        header(record, BookingEventTopic.HEADER_CONTENT_TYPE, BookingEventTopic.CONTENT_TYPE);
        header(record, BookingEventTopic.HEADER_SPEC_VERSION, BookingEventTopic.SPEC_VERSION);
        header(record, BookingEventTopic.HEADER_ID, event.id());
        header(record, BookingEventTopic.HEADER_TYPE, event.type());
        header(record, BookingEventTopic.HEADER_SOURCE, BookingEventTopic.SOURCE);
        header(record, BookingEventTopic.HEADER_TIME, event.time().toString());
        header(record, BookingEventTopic.HEADER_SUBJECT, event.subject());
        header(record, BookingEventTopic.HEADER_TRACEPARENT, event.traceparent());
        return kafka.send(record);
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

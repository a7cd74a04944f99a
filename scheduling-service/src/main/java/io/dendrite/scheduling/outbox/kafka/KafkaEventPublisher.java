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
    private final BookingTopic topic;

    /** A publisher that writes to the topic once it is there. */
    public KafkaEventPublisher(KafkaOperations<String, byte[]> kafka, BookingTopic topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    @Override
    public CompletableFuture<?> publish(OutboxEvent event) {
        try {
            if (!topic.ensure()) {
                return CompletableFuture.failedFuture(new IllegalStateException("the topic is not there yet"));
            }
            return kafka.send(record(event)).whenComplete((written, failure) -> {
                if (failure != null) {
                    topic.doubt();
                }
            });
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static ProducerRecord<String, byte[]> record(OutboxEvent event) {
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
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

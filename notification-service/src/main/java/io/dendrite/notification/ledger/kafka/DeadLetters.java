package io.dendrite.notification.ledger.kafka;

import io.dendrite.encryption.SharedSeal;
import io.dendrite.events.BookingEventTopic;
import io.dendrite.events.UnreadableEventException;
import io.dendrite.notification.ledger.application.StoreUnavailableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.LoggingProducerListener;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens to a record that cannot be recorded. While the store is away the partition waits, without end: order holds
 * and nothing is lost. What can never be read goes to the dead-letter topic at once, and the partition goes on.
 */
@Configuration(proxyBeanMethods = false)
class DeadLetters {

    /** Where unreadable records go: the topic's name with this ending. */
    static final String TOPIC = BookingEventTopic.NAME + ".dlt";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int ATTEMPTS_ON_A_DEFECT = 5;

    @Bean
    DefaultErrorHandler errorHandler(
            KafkaTemplate<byte[], byte[]> template,
            SharedSeal seal,
            MeterRegistry meters,
            @Value("${dendrite.events.retry.initial}") Duration initial,
            @Value("${dendrite.events.retry.cap}") Duration cap) {
        DefaultErrorHandler handler = new DefaultErrorHandler(counting(toDeadLetterTopic(template, seal), meters));
        handler.addNotRetryableExceptions(UnreadableEventException.class);
        Counter retried = Counter.builder("dendrite.events.retried")
                .description("Attempts to record an event that did not work, mostly because the store is away")
                .register(meters);
        handler.setRetryListeners((message, failure, attempt) -> retried.increment());
        handler.setBackOffFunction((message, failure) -> backOff(failure, initial, cap));
        return handler;
    }

    private static BackOff backOff(Exception failure, Duration initial, Duration cap) {
        ExponentialBackOff backOff = new ExponentialBackOff(initial.toMillis(), 2);
        backOff.setMaxInterval(cap.toMillis());
        if (!isStoreAway(failure)) {
            // A defect of ours: give it a few chances, then set the record aside rather than stop the partition.
            backOff.setMaxAttempts(ATTEMPTS_ON_A_DEFECT);
        }
        return backOff;
    }

    private static boolean isStoreAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreUnavailableException) {
                return true;
            }
        }
        return false;
    }

    /** No partition is named, so the producer chooses by key and the two topics may differ in their number of them. */
    private static DeadLetterPublishingRecoverer toDeadLetterTopic(
            KafkaTemplate<byte[], byte[]> template, SharedSeal seal) {
        DeadLetterPublishingRecoverer recoverer =
                new SealingRecoverer(template, (message, failure) -> new TopicPartition(TOPIC, -1), seal);
        recoverer.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        return recoverer;
    }

    private static ConsumerRecordRecoverer counting(ConsumerRecordRecoverer recoverer, MeterRegistry meters) {
        Counter deadLettered = Counter.builder("dendrite.events.deadlettered")
                .description("Records that could not be read and went to the dead-letter topic")
                .register(meters);
        return (message, failure) -> {
            recoverer.accept(message, failure);
            deadLettered.increment();
            log.error("record {}-{}@{} set aside on {}", message.topic(), message.partition(), message.offset(), TOPIC);
        };
    }

    /** The default listener logs keys and values of records that could not be sent; values hold patients' contacts. */
    @Bean
    ProducerListener<Object, Object> producerListener() {
        LoggingProducerListener<Object, Object> listener = new LoggingProducerListener<>();
        listener.setIncludeContents(false);
        return listener;
    }
}

package io.dendrite.notification.ledger.kafka;

import io.dendrite.events.BookingEventTopic;
import io.dendrite.events.ContactBouncedV1;
import io.dendrite.events.NoticeEventTopic;
import io.dendrite.notification.ledger.application.StoreUnavailableException;
import io.dendrite.notification.ledger.application.UntoldBounces;
import io.dendrite.notification.ledger.application.UntoldBounces.Bounce;
import io.dendrite.notification.ledger.model.NoticeId;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the scheduling service of addresses that failed. A bounce counts as told when Kafka has acknowledged it; until then
 * it is told again, so it may come twice, with the same event id.
 */
@Component
class BounceTeller {

    private static final Logger log = LoggerFactory.getLogger(BounceTeller.class);
    private static final int SECONDS = 10;

    private final UntoldBounces bounces;
    private final KafkaTemplate<byte[], byte[]> kafka;

    BounceTeller(UntoldBounces bounces, KafkaTemplate<byte[], byte[]> kafka) {
        this.bounces = bounces;
        this.kafka = kafka;
    }

    /** Tells those that are untold. */
    @Scheduled(fixedDelayString = "${dendrite.events.bounce-poll}")
    void tell() {
        try {
            for (Bounce bounce : bounces.untold()) {
                kafka.send(message(bounce)).get(SECONDS, TimeUnit.SECONDS);
                bounces.told(bounce);
            }
        } catch (StoreUnavailableException e) {
            log.debug("no bounce is told: the store cannot be reached");
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.warn("a bounce is not told yet: Kafka cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProducerRecord<byte[], byte[]> message(Bounce bounce) {
        ContactBouncedV1 event = new ContactBouncedV1(bounce.patientId(), bounce.addressSince(), bounce.at());
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(NoticeEventTopic.NAME, bytes(event.key()), bytes(NoticeEventTopic.write(event)));
        header(message, BookingEventTopic.HEADER_CONTENT_TYPE, BookingEventTopic.CONTENT_TYPE);
        header(message, BookingEventTopic.HEADER_SPEC_VERSION, BookingEventTopic.SPEC_VERSION);
        String id = NoticeId.hash("bounce|" + bounce.patientId() + "|" + bounce.addressSince());
        header(message, BookingEventTopic.HEADER_ID, id);
        header(message, BookingEventTopic.HEADER_TYPE, NoticeEventTopic.CONTACT_BOUNCED);
        header(message, BookingEventTopic.HEADER_SOURCE, NoticeEventTopic.SOURCE);
        header(message, BookingEventTopic.HEADER_TIME, bounce.at().toString());
        header(message, BookingEventTopic.HEADER_SUBJECT, bounce.patientId());
        return message;
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

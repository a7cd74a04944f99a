package io.dendrite.scheduling.reachability.kafka;

import io.dendrite.events.BookingEventTopic;
import io.dendrite.events.ContactBouncedV1;
import io.dendrite.events.NoticeEventTopic;
import io.dendrite.events.UnreadableEventException;
import io.dendrite.scheduling.reachability.application.Unreachable;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears from the notification service whose address takes no mail. Hearing it again changes nothing. While MongoDB is away
 * the partition waits; what cannot be read is left out, since whoever is meant shows again with the next mail.
 */
@Component
class NoticeEventListener {

    private static final Logger log = LoggerFactory.getLogger(NoticeEventListener.class);

    private final Unreachable unreachable;

    NoticeEventListener(Unreachable unreachable) {
        this.unreachable = unreachable;
    }

    @KafkaListener(
            id = "notice-events",
            idIsGroup = false,
            topics = NoticeEventTopic.NAME,
            containerFactory = "noticeEvents")
    void hear(ConsumerRecord<String, byte[]> message) {
        String id = header(message, BookingEventTopic.HEADER_ID);
        if (!header(message, BookingEventTopic.HEADER_TYPE).equals(NoticeEventTopic.CONTACT_BOUNCED)) {
            log.warn("notice event {} ignored: its type is not known to this version", id);
            return;
        }
        try {
            ContactBouncedV1 bounced = NoticeEventTopic.readContactBounced(message.value());
            unreachable.remember(bounced.patientId(), bounced.addressVersion(), bounced.at());
            log.info("notice event {}: patient {} cannot be reached by e-mail", id, bounced.patientId());
        } catch (UnreadableEventException e) {
            log.error("notice event {} left out: {}", id, e.getMessage());
        }
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

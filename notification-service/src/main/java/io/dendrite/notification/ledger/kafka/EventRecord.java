package io.dendrite.notification.ledger.kafka;

import io.dendrite.events.BookingEventTopic;
import io.dendrite.events.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A Kafka record read as a CloudEvent in binary mode (CloudEvents Kafka binding 1.0.2, section 3.2). */
final class EventRecord {

    private static final int LONGEST_ID = 200;

    /** W3C Trace Context, section 3.2: version, trace id, parent id, flags. */
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private final ConsumerRecord<byte[], byte[]> record;

    EventRecord(ConsumerRecord<byte[], byte[]> record) {
        this.record = record;
    }

    /** The event's id, which consumers deduplicate by. */
    String id() {
        String id = required(BookingEventTopic.HEADER_ID);
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new UnreadableEventException("ce_id is blank or longer than " + LONGEST_ID);
        }
        return id;
    }

    /** The event's type, which this version may know or not. */
    String type() {
        return required(BookingEventTopic.HEADER_TYPE);
    }

    /** When it happened. */
    Instant time() {
        try {
            return OffsetDateTime.parse(required(BookingEventTopic.HEADER_TIME)).toInstant();
        } catch (DateTimeParseException e) {
            throw new UnreadableEventException("ce_time is not an RFC 3339 time");
        }
    }

    /** The event's data. */
    byte[] data() {
        byte[] data = record.value();
        if (data == null) {
            throw new UnreadableEventException("the record has no value");
        }
        return data;
    }

    /** The {@code traceparent} header, or null when that is absent or malformed. */
    @Nullable
    String traceparent() {
        String value = text(BookingEventTopic.HEADER_TRACEPARENT);
        return value != null && TRACEPARENT.matcher(value).matches() ? value : null;
    }

    private String required(String header) {
        String value = text(header);
        if (value == null) {
            throw new UnreadableEventException("the record lacks the header " + header);
        }
        return value;
    }

    private @Nullable String text(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

package io.dendrite.scheduling.outbox;

import io.dendrite.events.BookingEvent;
import io.dendrite.events.BookingEventJson;
import io.dendrite.events.BookingEventType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An event that is stored with the change that caused it and waits to be published.
 *
 * @param id unique; consumers deduplicate by it
 * @param type the CloudEvents type
 * @param subject what it is about
 * @param key the record key: events of one key, which is mostly a patient's id, keep their order
 * @param time when it happened, in whole milliseconds as the database keeps them
 * @param traceparent W3C Trace Context of the request that caused it
 * @param data its JSON
 */
public record OutboxEvent(
        String id, String type, String subject, String key, Instant time, String traceparent, String data) {

    /** Something that happened now, about a subject, caused by the request with that trace. */
    public static OutboxEvent of(BookingEvent event, String subject, Instant now, String traceparent) {
        return new OutboxEvent(
                UUID.randomUUID().toString(),
                BookingEventType.of(event).ceType(),
                subject,
                event.key(),
                now.truncatedTo(ChronoUnit.MILLIS),
                traceparent,
                BookingEventJson.write(event));
    }
}

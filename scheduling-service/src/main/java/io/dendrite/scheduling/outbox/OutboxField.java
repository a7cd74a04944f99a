package io.dendrite.scheduling.outbox;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * How events wait inside the document whose change caused them: an array {@value #EVENTS}, and {@value #SINCE} as long
 * as it is not empty. One write stores the change and its events, so that neither is ever without the other.
 */
public final class OutboxField {

    /** The array of waiting events. */
    public static final String EVENTS = "outbox";

    /** When the newest of them was added; absent when none waits. */
    public static final String SINCE = "outboxSince";

    private OutboxField() {}

    /** Adds events to a document that is about to be inserted. */
    public static Document addTo(Document document, List<OutboxEvent> events) {
        document.append(EVENTS, events.stream().map(OutboxField::write).toList());
        if (!events.isEmpty()) {
            document.append(SINCE, newest(events));
        }
        return document;
    }

    /** The part of an update that adds events; nothing where there are none. */
    public static Bson push(List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return Updates.combine();
        }
        return Updates.combine(
                Updates.pushEach(EVENTS, events.stream().map(OutboxField::write).toList()),
                Updates.set(SINCE, newest(events)));
    }

    /** The events that wait in a document, oldest first. */
    public static List<OutboxEvent> read(Document document) {
        return document.getList(EVENTS, Document.class, List.of()).stream()
                .map(OutboxField::readEvent)
                .toList();
    }

    private static Date newest(List<OutboxEvent> events) {
        return Date.from(events.get(events.size() - 1).time());
    }

    private static Document write(OutboxEvent event) {
        return new Document("id", event.id())
                .append("type", event.type())
                .append("subject", event.subject())
                .append("key", event.key())
                .append("time", Date.from(event.time()))
                .append("traceparent", event.traceparent())
                .append("data", event.data());
    }

    private static OutboxEvent readEvent(Document stored) {
        Instant time = stored.getDate("time").toInstant();
        return new OutboxEvent(
                stored.getString("id"),
                stored.getString("type"),
                stored.getString("subject"),
                stored.getString("key"),
                time,
                stored.getString("traceparent"),
                stored.getString("data"));
    }
}

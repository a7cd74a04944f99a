package io.dendrite.scheduling.outbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** Documents with outboxes, written as the adapters of the service write them. */
public final class OutboxDocuments implements AutoCloseable {

    public static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    public static final List<String> COLLECTIONS = List.of("calendar", "patients");

    /** Long ago, so that a sweep finds everything at once. */
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final MongoClient client;
    private final MongoDatabase database;

    public OutboxDocuments(String connectionString, String databaseName) {
        client = MongoClients.create(connectionString);
        database = client.getDatabase(databaseName);
    }

    public MongoDatabase database() {
        return database;
    }

    /** The patient's event with that number, which is also the order in which they happened. */
    public static OutboxEvent event(String patient, int number) {
        return event(patient, number, at(number));
    }

    public static OutboxEvent event(String patient, int number, Instant time) {
        return new OutboxEvent(
                patient + "#" + number,
                "io.dendrite.booking.confirmed.v1",
                "booking",
                patient,
                time,
                TRACEPARENT,
                "{\"n\":" + number + "}");
    }

    public static Instant at(int number) {
        return NOON.plusMillis(number);
    }

    public void push(String collection, String id, OutboxEvent... events) {
        database.getCollection(collection)
                .updateOne(eq("_id", id), OutboxField.push(List.of(events)), new UpdateOptions().upsert(true));
    }

    public Document document(String collection, String id) {
        return database.getCollection(collection).find(eq("_id", id)).first();
    }

    /** How many documents have something in their outbox, or are marked as if they had. */
    public long waiting() {
        return COLLECTIONS.stream()
                .mapToLong(collection -> database.getCollection(collection)
                        .countDocuments(or(exists(OutboxField.EVENTS + ".0"), exists(OutboxField.SINCE))))
                .sum();
    }

    public void clear() {
        Stream.of("calendar", "patients")
                .forEach(name -> database.getCollection(name).deleteMany(new Document()));
    }

    @Override
    public void close() {
        client.close();
    }
}

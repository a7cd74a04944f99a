package io.dendrite.scheduling.outbox.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.include;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxField;
import io.dendrite.scheduling.outbox.application.OutboxStore;
import io.dendrite.scheduling.outbox.application.PendingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** The outboxes of several collections, read as one. */
public final class MongoOutbox implements OutboxStore {

    private static final String KEY = OutboxField.EVENTS + ".key";

    private final MongoDatabase database;
    private final List<String> collections;

    /** The outboxes of the named collections; creates the indexes that the relay reads by. */
    public MongoOutbox(MongoDatabase database, List<String> collections) {
        this.database = database;
        this.collections = List.copyOf(collections);
        for (String collection : collections) {
            IndexOptions sparse = new IndexOptions().sparse(true);
            database.getCollection(collection).createIndex(Indexes.ascending(KEY), sparse);
            database.getCollection(collection).createIndex(Indexes.ascending(OutboxField.SINCE), sparse);
        }
    }

    @Override
    public List<PendingEvent> pendingOf(Collection<String> patientIds) {
        List<PendingEvent> pending = new ArrayList<>();
        for (String collection : collections) {
            database.getCollection(collection)
                    .find(in(KEY, patientIds))
                    .projection(include(OutboxField.EVENTS))
                    .forEach(document -> OutboxField.read(document)
                            .forEach(event ->
                                    pending.add(new PendingEvent(collection, document.getString("_id"), event))));
        }
        pending.sort(comparing((PendingEvent each) -> each.event().time()));
        return pending;
    }

    @Override
    public Set<String> patientsWaitingSince(Instant before, int limit) {
        Set<String> patients = new LinkedHashSet<>();
        for (String collection : collections) {
            database.getCollection(collection)
                    .find(lt(OutboxField.SINCE, Date.from(before)))
                    .sort(Sorts.ascending(OutboxField.SINCE))
                    .limit(limit)
                    .projection(include(OutboxField.EVENTS))
                    .forEach(document -> OutboxField.read(document).stream()
                            .map(OutboxEvent::key)
                            .forEach(patients::add));
        }
        return patients;
    }

    /** Clears the mark of an emptied outbox in a second step, and only if no event came in between. */
    @Override
    public void remove(Collection<PendingEvent> published) {
        Map<String, Map<String, List<String>>> byDocument = published.stream()
                .collect(groupingBy(
                        PendingEvent::collection,
                        groupingBy(
                                PendingEvent::documentId,
                                mapping(each -> each.event().id(), toList()))));
        byDocument.forEach((collection, documents) -> {
            List<WriteModel<Document>> writes = new ArrayList<>();
            documents.forEach((id, events) -> {
                writes.add(new UpdateOneModel<>(
                        eq("_id", id),
                        Updates.pull(OutboxField.EVENTS, new Document("id", new Document("$in", events)))));
                writes.add(new UpdateOneModel<>(
                        and(eq("_id", id), size(OutboxField.EVENTS, 0)), Updates.unset(OutboxField.SINCE)));
            });
            database.getCollection(collection).bulkWrite(writes);
        });
    }
}

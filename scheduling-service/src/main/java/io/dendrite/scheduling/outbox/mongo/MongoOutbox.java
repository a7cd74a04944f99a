package io.dendrite.scheduling.outbox.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.include;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.function.BinaryOperator.minBy;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.dendrite.scheduling.outbox.OutboxField;
import io.dendrite.scheduling.outbox.application.OutboxBacklog;
import io.dendrite.scheduling.outbox.application.OutboxStore;
import io.dendrite.scheduling.outbox.application.PendingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

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

    /**
     * Reads until nothing new turns up. One read of several documents is no snapshot: an event may be stored behind the
     * cursor and the next one ahead of it. But if the later one was there in one read, the next read sees both.
     */
    @Override
    public List<PendingEvent> pendingOf(Collection<String> patientIds) {
        List<PendingEvent> settled = new ArrayList<>();
        Set<String> patients = Set.copyOf(patientIds);
        Set<PendingEvent> before = Set.copyOf(read(patients));
        while (!patients.isEmpty()) {
            List<PendingEvent> now = read(patients);
            Set<PendingEvent> seen = before;
            Set<String> moving = now.stream()
                    .filter(each -> !seen.contains(each))
                    .map(each -> each.event().key())
                    .collect(toSet());
            now.stream().filter(each -> !moving.contains(each.event().key())).forEach(settled::add);
            before = Set.copyOf(now);
            patients = moving;
        }
        settled.sort(comparing((PendingEvent each) -> each.event().time()));
        return settled;
    }

    private List<PendingEvent> read(Set<String> patients) {
        List<PendingEvent> pending = new ArrayList<>();
        for (String collection : collections) {
            database.getCollection(collection)
                    .find(in(KEY, patients))
                    .projection(include(OutboxField.EVENTS))
                    .forEach(document -> OutboxField.read(document).stream()
                            .filter(event -> patients.contains(event.key()))
                            .forEach(event ->
                                    pending.add(new PendingEvent(collection, document.getString("_id"), event))));
        }
        return pending;
    }

    /** Also clears the marks that a crash left on emptied outboxes, which would otherwise be found for ever. */
    @Override
    public Set<String> patientsWaitingSince(Instant before, int limit) {
        Bson overdue = lt(OutboxField.SINCE, Date.from(before));
        Map<String, Instant> patients = new HashMap<>();
        for (String collection : collections) {
            database.getCollection(collection)
                    .updateMany(and(overdue, size(OutboxField.EVENTS, 0)), Updates.unset(OutboxField.SINCE));
            database.getCollection(collection)
                    .find(overdue)
                    .sort(Sorts.ascending(OutboxField.SINCE))
                    .limit(limit)
                    .projection(include(OutboxField.EVENTS, OutboxField.SINCE))
                    .forEach(document -> OutboxField.read(document)
                            .forEach(event -> patients.merge(
                                    event.key(),
                                    document.getDate(OutboxField.SINCE).toInstant(),
                                    minBy(naturalOrder()))));
        }
        return patients.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(limit)
                .map(Map.Entry::getKey)
                .collect(toCollection(LinkedHashSet::new));
    }

    @Override
    public OutboxBacklog backlog() {
        Bson waits = and(exists(OutboxField.SINCE), exists(KEY));
        long documents = 0;
        Optional<Instant> oldest = Optional.empty();
        for (String collection : collections) {
            documents += database.getCollection(collection).countDocuments(waits);
            Document first = database.getCollection(collection)
                    .find(waits)
                    .sort(Sorts.ascending(OutboxField.SINCE))
                    .projection(include(OutboxField.SINCE))
                    .first();
            if (first != null) {
                Instant since = first.getDate(OutboxField.SINCE).toInstant();
                oldest = Optional.of(
                        oldest.filter(other -> other.isBefore(since)).orElse(since));
            }
        }
        return new OutboxBacklog(documents, oldest);
    }

    /**
     * Empties each outbox that still holds exactly what was published, mark and all, in one step. Where an event has come in
     * between, what was published is pulled out, and the mark goes in a second step if nothing is left.
     */
    @Override
    public void remove(Collection<PendingEvent> published) {
        Map<String, Map<String, List<String>>> byDocument = published.stream()
                .collect(groupingBy(
                        PendingEvent::collection,
                        groupingBy(
                                PendingEvent::documentId,
                                mapping(each -> each.event().id(), toList()))));
        byDocument.forEach((collection, documents) -> {
            List<WriteModel<Document>> whole = new ArrayList<>();
            documents.forEach((id, events) -> whole.add(emptied(id, events)));
            if (database.getCollection(collection).bulkWrite(whole).getMatchedCount() == whole.size()) {
                return;
            }
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

    private static WriteModel<Document> emptied(String id, List<String> events) {
        List<Bson> holds = new ArrayList<>(List.of(eq("_id", id), size(OutboxField.EVENTS, events.size())));
        events.forEach(event -> holds.add(eq(OutboxField.EVENTS + ".id", event)));
        return new UpdateOneModel<>(
                and(holds),
                Updates.combine(Updates.set(OutboxField.EVENTS, List.of()), Updates.unset(OutboxField.SINCE)));
    }
}

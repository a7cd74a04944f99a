package io.dendrite.audit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.include;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.dendrite.audit.application.AuditSource;
import io.dendrite.audit.application.WaitingRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The records that wait inside the documents of a collection. */
public final class FieldSource implements AuditSource {

    private final MongoCollection<Document> collection;

    /** Reads a collection; creates the index that it reads by. */
    public FieldSource(MongoCollection<Document> collection) {
        this.collection = collection;
        collection.createIndex(Indexes.ascending(AuditField.SINCE), new IndexOptions().sparse(true));
    }

    @Override
    public List<WaitingRecord> waiting(int limit) {
        List<WaitingRecord> waiting = new ArrayList<>();
        // What a crash left between taking records away and clearing the mark would otherwise be found for ever.
        collection.updateMany(
                and(exists(AuditField.SINCE), size(AuditField.RECORDS, 0)), Updates.unset(AuditField.SINCE));
        collection
                .find(exists(AuditField.SINCE))
                .limit(limit)
                .projection(include(AuditField.RECORDS))
                .forEach(document -> document.getList(AuditField.RECORDS, Document.class, List.of())
                        .forEach(stored -> waiting.add(
                                new WaitingRecord(document.getString("_id"), RecordDocuments.read(stored)))));
        return waiting;
    }

    /** Clears the mark of an emptied array in a second step, and only if no record came in between. */
    @Override
    public void remove(Collection<WaitingRecord> linked) {
        Map<String, List<String>> byDocument = linked.stream()
                .collect(groupingBy(
                        WaitingRecord::documentId, mapping(each -> each.record().id(), toList())));
        List<WriteModel<Document>> writes = new ArrayList<>();
        byDocument.forEach((id, records) -> {
            writes.add(new UpdateOneModel<>(
                    eq("_id", id),
                    Updates.pull(AuditField.RECORDS, new Document(RecordDocuments.ID, new Document("$in", records)))));
            writes.add(new UpdateOneModel<>(
                    and(eq("_id", id), size(AuditField.RECORDS, 0)), Updates.unset(AuditField.SINCE)));
        });
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes);
        }
    }
}

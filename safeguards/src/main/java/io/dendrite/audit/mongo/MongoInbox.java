package io.dendrite.audit.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.dendrite.audit.application.AuditInbox;
import io.dendrite.audit.application.AuditSource;
import io.dendrite.audit.application.WaitingRecord;
import io.dendrite.audit.model.AuditRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** A collection in which each record waits as a document of its own. */
public final class MongoInbox implements AuditInbox, AuditSource {

    private final MongoCollection<Document> inbox;

    /** The inbox of the audit's database. */
    public MongoInbox(MongoDatabase audit) {
        this.inbox = audit.getCollection("inbox");
    }

    @Override
    public void add(AuditRecord record) {
        inbox.insertOne(RecordDocuments.write(record).append("_id", record.id()));
    }

    @Override
    public List<WaitingRecord> waiting(int limit) {
        return inbox.find()
                .limit(limit)
                .map(document -> new WaitingRecord(document.getString("_id"), RecordDocuments.read(document)))
                .into(new ArrayList<>());
    }

    @Override
    public void remove(Collection<WaitingRecord> linked) {
        if (!linked.isEmpty()) {
            inbox.deleteMany(
                    in("_id", linked.stream().map(WaitingRecord::documentId).toList()));
        }
    }
}

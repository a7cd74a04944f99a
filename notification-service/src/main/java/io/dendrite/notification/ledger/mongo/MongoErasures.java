package io.dendrite.notification.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.dendrite.notification.ledger.application.Erasures;
import io.dendrite.notification.ledger.model.NoticeId;
import io.dendrite.notification.ledger.model.NoticeStatus;
import io.dendrite.notification.store.StoreCalls;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * Erasures in MongoDB. What is remembered of an erased patient is a hash of the id, by which an event that comes late is
 * known for what it is; the id cannot be found from it.
 */
@Repository
class MongoErasures implements Erasures {

    private static final List<String> OPEN = List.of(NoticeStatus.PENDING.name(), NoticeStatus.SENDING.name());

    private final MongoCollection<Document> erased;
    private final MongoCollection<Document> contacts;
    private final MongoCollection<Document> links;
    private final MongoCollection<Document> suppressions;
    private final MongoCollection<Document> notices;

    MongoErasures(MongoDatabase database) {
        erased = database.getCollection(NoticeFields.ERASED);
        contacts = database.getCollection(NoticeFields.CONTACTS);
        suppressions = database.getCollection(NoticeFields.SUPPRESSIONS);
        links = database.getCollection(NoticeFields.LINKS);
        notices = database.getCollection(NoticeFields.NOTICES);
    }

    @Override
    public void erase(String patientId) {
        StoreCalls.reaching(() -> {
            // First what later events are checked against: whoever recorded one meanwhile finds it there and erases
            // too.
            remember(NoticeId.hash(patientId));
            contacts.deleteOne(eq("_id", patientId));
            suppressions.deleteOne(eq("_id", patientId));
            links.deleteMany(eq(NoticeFields.PATIENT_ID, patientId));
            Bson ties = combine(
                    NoticeFields.TIES.stream().map(field -> unset(field)).toList());
            notices.updateMany(
                    and(eq(NoticeFields.PATIENT_ID, patientId), in(NoticeFields.STATUS, OPEN)),
                    combine(
                            set(NoticeFields.STATUS, NoticeStatus.SKIPPED.name()),
                            set(NoticeFields.LAST_ERROR, NoticeFields.ERASED_REASON),
                            unset(NoticeFields.OWNER),
                            unset(NoticeFields.CLAIMABLE_AT),
                            ties));
            // A row recorded since then is still open; it is whole for the recorder, who erases again and voids it.
            return notices.updateMany(
                    and(eq(NoticeFields.PATIENT_ID, patientId), nin(NoticeFields.STATUS, OPEN)), ties);
        });
    }

    private void remember(String hash) {
        try {
            erased.insertOne(new Document("_id", hash));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public boolean includes(String patientId) {
        return StoreCalls.reaching(
                () -> erased.find(eq("_id", NoticeId.hash(patientId))).first() != null);
    }
}

package io.dendrite.scheduling.idempotency.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.dendrite.encryption.Purpose;
import io.dendrite.encryption.SharedSeal;
import io.dendrite.scheduling.idempotency.application.KeyedRequest;
import io.dendrite.scheduling.idempotency.application.KeyedRequests;
import io.dendrite.scheduling.idempotency.application.StoredAnswer;
import io.dendrite.scheduling.mongo.UniqueInsert;
import io.dendrite.scheduling.mongo.VersionedDocuments;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.stereotype.Repository;

/** One document per key. */
@Repository
class MongoKeyedRequests implements KeyedRequests {

    private final MongoCollection<Document> collection;
    private final SharedSeal seal;

    MongoKeyedRequests(MongoDatabase database, SharedSeal seal) {
        this.seal = seal;
        this.collection = database.getCollection("idempotency");
        collection.createIndex(Indexes.ascending("expires"));
        collection.createIndex(Indexes.ascending("entityId"));
    }

    @Override
    public boolean begin(KeyedRequest request) {
        return UniqueInsert.into(
                collection,
                new Document("_id", request.id())
                        .append("fingerprint", request.fingerprint())
                        .append("entityId", request.entityId())
                        .append("attempt", request.attempt())
                        .append("attempts", request.attempts())
                        .append("leaseUntil", Date.from(request.leaseUntil()))
                        .append("expires", Date.from(request.expires())));
    }

    @Override
    public Optional<KeyedRequest> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(this::request);
    }

    @Override
    public boolean takeOver(KeyedRequest seen, String attempt, Instant leaseUntil) {
        return update(
                unanswered(seen.id(), seen.attempt()),
                combine(set("attempt", attempt), inc("attempts", 1), set("leaseUntil", Date.from(leaseUntil))));
    }

    @Override
    public boolean finish(String id, String attempt, StoredAnswer answer) {
        Document stored = new Document("location", answer.location())
                .append("version", answer.version())
                .append("body", new Binary(seal.seal(Purpose.ANSWERS, answer.body())));
        return update(unanswered(id, attempt), set("answer", stored));
    }

    @Override
    public void release(String id, String attempt) {
        update(unanswered(id, attempt), set("leaseUntil", Date.from(Instant.EPOCH)));
    }

    @Override
    public void forget(String id, String attempt) {
        collection.deleteOne(unanswered(id, attempt));
    }

    @Override
    public void forgetExpired(String id, Instant now) {
        collection.deleteOne(and(eq("_id", id), lte("expires", Date.from(now))));
    }

    @Override
    public void forgetAnswersAbout(String entityId) {
        collection.deleteMany(eq("entityId", entityId));
    }

    @Override
    public long sweep(Instant now) {
        return collection.deleteMany(lte("expires", Date.from(now))).getDeletedCount();
    }

    private boolean update(Bson filter, Bson change) {
        return collection.updateOne(filter, change).getMatchedCount() == 1;
    }

    private static Bson unanswered(String id, String attempt) {
        return and(eq("_id", id), eq("attempt", attempt), exists("answer", false));
    }

    private KeyedRequest request(Document document) {
        Document answer = document.get("answer", Document.class);
        return new KeyedRequest(
                document.getString("_id"),
                document.getString("fingerprint"),
                document.getString("entityId"),
                document.getString("attempt"),
                document.getInteger("attempts"),
                document.getDate("leaseUntil").toInstant(),
                document.getDate("expires").toInstant(),
                answer == null
                        ? null
                        : new StoredAnswer(
                                answer.getString("location"),
                                VersionedDocuments.version(answer),
                                seal.open(answer.get("body", Binary.class).getData())));
    }
}

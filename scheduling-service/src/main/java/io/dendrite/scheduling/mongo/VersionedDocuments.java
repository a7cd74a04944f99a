package io.dendrite.scheduling.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import io.dendrite.audit.mongo.AuditField;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose documents have a text as {@code _id} and a {@code version} that guards every write. Each write
 * carries its audit record; what is removed is only marked so, since its record waits in it.
 */
public final class VersionedDocuments {

    /** The field that holds the version. */
    public static final String VERSION = "version";

    private static final String REMOVED = "removed";

    /** Matches what is not removed. */
    public static final Bson PRESENT = exists(REMOVED, false);

    /** Matches what is removed. */
    public static final Bson GONE = exists(REMOVED);

    private final MongoCollection<Document> collection;
    private final String kind;

    /**
     * Guards the writes to this collection.
     *
     * @param kind what its documents are called in the audit
     */
    public VersionedDocuments(MongoCollection<Document> collection, String kind) {
        this.collection = collection;
        this.kind = kind;
    }

    /** Inserts unless the {@code _id} was ever taken; false says that it was. */
    public boolean insert(Document document) {
        return UniqueInsert.into(
                collection, AuditField.addTo(document, kind, document.getString("_id"), version(document)));
    }

    /** Inserts unless the {@code _id} is taken by what is not removed; false says that it is. */
    public boolean add(Document document) {
        String id = document.getString("_id");
        long version = version(document);
        Document plain = new Document(document);
        return UniqueInsert.into(collection, AuditField.addTo(document, kind, id, version))
                || restore(id, plain, version);
    }

    private boolean restore(String id, Document plain, long version) {
        return collection
                        .updateOne(
                                and(eq("_id", id), exists(REMOVED)),
                                combine(fields(plain), unset(REMOVED), AuditField.push(kind, id, version)))
                        .getMatchedCount()
                == 1;
    }

    /** Replaces all fields of the document if it has the version; false says that it has another or is gone. */
    public boolean replace(Document document, long expectedVersion) {
        return update(document.getString("_id"), expectedVersion, fields(document));
    }

    /** Changes the document if it has the version; false says that it has another or is gone. */
    public boolean update(String id, long expectedVersion, Bson change) {
        return collection
                        .updateOne(
                                at(id, expectedVersion),
                                combine(change, AuditField.push(kind, id, expectedVersion + 1)))
                        .getMatchedCount()
                == 1;
    }

    /** Removes the document, if a version is given only that one; false says that it has another or is gone. */
    public boolean remove(String id, @Nullable Long expectedVersion) {
        Bson present = expectedVersion == null ? and(eq("_id", id), PRESENT) : at(id, expectedVersion);
        return collection
                        .updateOne(present, combine(markRemoved(), AuditField.push(kind, id, expectedVersion)))
                        .getMatchedCount()
                == 1;
    }

    /** The part of an update that takes a document away and keeps what waits in it. */
    public static Bson markRemoved() {
        return set(REMOVED, true);
    }

    /** The version of a document that was read. */
    public static long version(Document document) {
        return document.get(VERSION, Number.class).longValue();
    }

    /** Single fields and not the whole document: events and records wait in the same document. */
    private static Bson fields(Document document) {
        Document all = new Document(document);
        all.remove("_id");
        return new Document("$set", all);
    }

    private static Bson at(String id, long version) {
        return and(eq("_id", id), eq(VERSION, version), PRESENT);
    }
}

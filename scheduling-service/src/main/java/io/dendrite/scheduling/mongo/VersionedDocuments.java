package io.dendrite.scheduling.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A collection whose documents have a text as {@code _id} and a {@code version} that guards every write. */
public final class VersionedDocuments {

    /** The field that holds the version. */
    public static final String VERSION = "version";

    private final MongoCollection<Document> collection;

    /** Guards the writes to this collection. */
    public VersionedDocuments(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Inserts unless the {@code _id} is taken; false says that it is. */
    public boolean add(Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Replaces the whole document if it has the version; false says that it has another or is gone. */
    public boolean replace(Document document, long expectedVersion) {
        return collection
                        .replaceOne(at(document.getString("_id"), expectedVersion), document)
                        .getMatchedCount()
                == 1;
    }

    /** Changes the document if it has the version; false says that it has another or is gone. */
    public boolean update(String id, long expectedVersion, Bson change) {
        return collection.updateOne(at(id, expectedVersion), change).getMatchedCount() == 1;
    }

    /** Removes the document if it has the version; false says that it has another or is gone. */
    public boolean remove(String id, long expectedVersion) {
        return collection.deleteOne(at(id, expectedVersion)).getDeletedCount() == 1;
    }

    /** The version of a document that was read. */
    public static long version(Document document) {
        return document.get(VERSION, Number.class).longValue();
    }

    private static Bson at(String id, long version) {
        return and(eq("_id", id), eq(VERSION, version));
    }
}

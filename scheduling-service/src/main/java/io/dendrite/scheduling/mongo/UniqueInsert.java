package io.dendrite.scheduling.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** An insert that a unique key may refuse. */
public final class UniqueInsert {

    private UniqueInsert() {}

    /** Inserts unless a unique key is taken; false says that one is. */
    public static boolean into(MongoCollection<Document> collection, Document document) {
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
}

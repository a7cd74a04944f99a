package io.dendrite.audit;

import com.mongodb.client.MongoCollection;
import java.util.List;
import org.bson.Document;

/**
 * The collections of a service whose documents carry the records of their changes.
 *
 * @param all the collections
 */
public record AuditCollections(List<MongoCollection<Document>> all) {

    public AuditCollections {
        all = List.copyOf(all);
    }
}

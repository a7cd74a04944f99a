package io.dendrite.scheduling.reachability.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.reachability.application.Unreachable;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** One document for each patient of whom a mail server has said so. */
@Repository
class MongoUnreachable implements Unreachable {

    private static final String ADDRESS_VERSION = "addressVersion";

    private final MongoCollection<Document> collection;

    MongoUnreachable(MongoDatabase database) {
        collection = database.getCollection("unreachable");
    }

    @Override
    public void remember(String patientId, long addressVersion, Instant at) {
        try {
            collection.updateOne(
                    and(eq("_id", patientId), lt(ADDRESS_VERSION, addressVersion)),
                    combine(set(ADDRESS_VERSION, addressVersion), set("at", Date.from(at))),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            // The primary key refuses a second document: the same is known, or something later.
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public Set<String> among(Collection<Patient> patients) {
        Map<String, Long> failed = new HashMap<>();
        collection
                .find(in("_id", patients.stream().map(Patient::id).toList()))
                .forEach(found -> failed.put(found.getString("_id"), found.getLong(ADDRESS_VERSION)));
        return patients.stream()
                .filter(patient -> failed.getOrDefault(patient.id(), -1L) >= patient.addressVersion())
                .map(Patient::id)
                .collect(Collectors.toSet());
    }

    @Override
    public void forget(String patientId) {
        collection.deleteOne(eq("_id", patientId));
    }
}

package io.dendrite.scheduling.patient.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.dendrite.scheduling.mongo.VersionedDocuments;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxField;
import io.dendrite.scheduling.patient.application.PatientRegister;
import io.dendrite.scheduling.patient.model.Patient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** One document per patient, with the events that are not yet published in its array {@code outbox}. */
@Repository
class MongoPatients implements PatientRegister {

    private static final String NAMES = "names";
    private static final String SORT = "sortKey";

    private final MongoCollection<Document> collection;
    private final VersionedDocuments writes;

    MongoPatients(MongoDatabase database) {
        this.collection = database.getCollection("patients");
        this.writes = new VersionedDocuments(collection, "patient");
        collection.createIndex(Indexes.ascending(NAMES));
        collection.createIndex(Indexes.ascending(SORT));
    }

    @Override
    public Optional<Patient> patient(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(MongoPatients::patient);
    }

    @Override
    public boolean add(Patient patient) {
        Document document = new Document("_id", patient.id());
        document.putAll(data(patient));
        return writes.add(document);
    }

    @Override
    public boolean replace(Patient patient, long expectedVersion, @Nullable OutboxEvent event) {
        // Single fields and not the whole document: the relay works on the outbox of the same document.
        Bson change = new Document("$set", data(patient));
        if (event != null) {
            change = combine(change, OutboxField.push(List.of(event)));
        }
        return writes.update(patient.id(), expectedVersion, change);
    }

    @Override
    public List<Patient> search(String prefix, @Nullable String afterId, int limit) {
        Bson filter = empty();
        String key = NameKeys.of(prefix);
        if (!key.isEmpty()) {
            filter = regex(NAMES, "^" + Pattern.quote(key));
        }
        if (afterId != null) {
            Patient after = patient(afterId).orElse(null);
            if (after == null) {
                return List.of();
            }
            filter = and(filter, gt(SORT, NameKeys.sorted(after)));
        }
        return collection
                .find(filter)
                .sort(Sorts.ascending(SORT))
                .limit(limit)
                .map(MongoPatients::patient)
                .into(new ArrayList<>());
    }

    private static Document data(Patient patient) {
        return new Document("givenName", patient.givenName())
                .append("familyName", patient.familyName())
                .append("birthDate", patient.birthDate().toString())
                .append("email", patient.email())
                .append("phone", patient.phone())
                .append("language", patient.language())
                .append("emailConsent", patient.emailConsent())
                .append(NAMES, NameKeys.searched(patient))
                .append(SORT, NameKeys.sorted(patient))
                .append("contactVersion", patient.contactVersion())
                .append(VersionedDocuments.VERSION, patient.version());
    }

    private static Patient patient(Document document) {
        return new Patient(
                document.getString("_id"),
                document.getString("givenName"),
                document.getString("familyName"),
                LocalDate.parse(document.getString("birthDate")),
                document.getString("email"),
                document.getString("phone"),
                document.getString("language"),
                document.getBoolean("emailConsent"),
                VersionedDocuments.version(document),
                document.get("contactVersion", Number.class).longValue());
    }
}

package io.dendrite.scheduling.patient.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.dendrite.access.model.SiteScope;
import io.dendrite.encryption.PatientSeal;
import io.dendrite.scheduling.mongo.VersionedDocuments;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxField;
import io.dendrite.scheduling.patient.application.PatientQuery;
import io.dendrite.scheduling.patient.application.PatientRegister;
import io.dendrite.scheduling.patient.model.Patient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/**
 * One document per patient, with the events that are not yet published in its array {@code outbox}. What identifies the
 * patient is sealed; only ids, versions and tokens can be read.
 */
@Repository
@Qualifier(PatientRegister.STORED)
class MongoPatients implements PatientRegister {

    private static final String KEY_DOOMED = "keyDoomed";
    private static final int BATCH = 100;

    private final MongoCollection<Document> collection;
    private final VersionedDocuments writes;
    private final SealedPatients forms;
    private final PatientSeal seal;

    MongoPatients(MongoDatabase database, SealedPatients forms, PatientSeal seal) {
        this.collection = database.getCollection("patients");
        this.writes = new VersionedDocuments(collection, "patient");
        this.forms = forms;
        this.seal = seal;
        collection.createIndex(Indexes.ascending(SealedPatients.NAMES, "_id"));
        collection.createIndex(Indexes.ascending(SealedPatients.EMAIL));
        collection.createIndex(Indexes.ascending(SealedPatients.SITES, "_id"));
        collection.createIndex(Indexes.ascending(KEY_DOOMED), new IndexOptions().sparse(true));
    }

    @Override
    public Optional<Patient> patient(String id) {
        return Optional.ofNullable(collection
                        .find(and(eq("_id", id), VersionedDocuments.PRESENT))
                        .first())
                .flatMap(forms::read);
    }

    @Override
    public boolean add(Patient patient) {
        // Without a patient the key harms nobody; a patient without the key could not be read.
        seal.createKey(patient.id());
        Document document = new Document("_id", patient.id());
        document.putAll(forms.write(patient));
        return writes.insert(document);
    }

    @Override
    public boolean replace(Patient patient, long expectedVersion, @Nullable OutboxEvent event) {
        // Single fields and not the whole document: the relay works on the outbox of the same document.
        Bson change = new Document("$set", forms.write(patient));
        if (event != null) {
            change = combine(change, OutboxField.push(List.of(event)));
        }
        return writes.update(patient.id(), expectedVersion, change);
    }

    @Override
    public List<Patient> all(Collection<String> ids) {
        List<Patient> found = new ArrayList<>();
        for (Document document : collection.find(and(in("_id", ids), VersionedDocuments.PRESENT))) {
            forms.read(document).ifPresent(found::add);
        }
        return found;
    }

    @Override
    public Set<String> erasedOf(Collection<String> ids) {
        return collection
                .find(and(in("_id", ids), VersionedDocuments.GONE))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
    }

    @Override
    public List<Patient> search(PatientQuery query) {
        List<Bson> all = new ArrayList<>(List.of(VersionedDocuments.PRESENT));
        String key = NameKeys.of(query.name());
        if (!key.isEmpty()) {
            all.add(eq(SealedPatients.NAMES, forms.nameToken(key)));
        }
        if (query.email() != null) {
            all.add(eq(SealedPatients.EMAIL, forms.emailToken(query.email())));
        }
        if (!query.sites().every()) {
            List<String> sites = new ArrayList<>(query.sites().ids());
            if (sites.isEmpty()) {
                return List.of();
            }
            sites.add(SiteScope.ALL);
            all.add(in(SealedPatients.SITES, sites));
        }
        if (query.afterId() != null) {
            all.add(gt("_id", query.afterId()));
        }
        List<Patient> found = new ArrayList<>();
        for (Document document :
                collection.find(and(all)).sort(Sorts.ascending("_id")).limit(query.limit())) {
            forms.read(document).ifPresent(found::add);
        }
        return found;
    }

    @Override
    public void knownAt(String patientId, String siteId) {
        collection.updateOne(
                and(eq("_id", patientId), VersionedDocuments.PRESENT, ne(SealedPatients.SITES, siteId)),
                // A version more: a change that was read before must not take the site away again.
                combine(addToSet(SealedPatients.SITES, siteId), inc(VersionedDocuments.VERSION, 1L)));
    }

    @Override
    public boolean erase(String patientId, long expectedVersion, OutboxEvent event) {
        return writes.update(
                patientId,
                expectedVersion,
                combine(
                        VersionedDocuments.markRemoved(),
                        set(VersionedDocuments.VERSION, expectedVersion + 1),
                        set(KEY_DOOMED, true),
                        unset(SealedPatients.SEALED),
                        unset(SealedPatients.NAMES),
                        unset(SealedPatients.EMAIL),
                        unset(SealedPatients.SITES),
                        OutboxField.push(List.of(event))));
    }

    @Override
    public int finishErasures(Consumer<String> forget) {
        List<String> doomed = collection
                .find(exists(KEY_DOOMED))
                .limit(BATCH)
                .map(document -> Objects.requireNonNull(document.getString("_id")))
                .into(new ArrayList<>());
        for (String id : doomed) {
            seal.destroyKey(id);
            // Before the mark goes: what is left undone without it is done by nobody.
            forget.accept(id);
            collection.updateOne(eq("_id", id), unset(KEY_DOOMED));
        }
        return doomed.size();
    }
}

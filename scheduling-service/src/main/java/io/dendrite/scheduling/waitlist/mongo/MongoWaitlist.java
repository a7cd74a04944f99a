package io.dendrite.scheduling.waitlist.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.dendrite.audit.mongo.AuditField;
import io.dendrite.scheduling.mongo.VersionedDocuments;
import io.dendrite.scheduling.waitlist.application.Waitlist;
import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/**
 * One document per entry. Those who wait have two fields more, which go when the waiting ends: by one they are found in
 * the order of the site, by the other nobody waits twice for the same. Their indexes are sparse, so that they stay as
 * small as the list of those who wait.
 */
@Repository
@Qualifier(Waitlist.STORED)
class MongoWaitlist implements Waitlist {

    private static final String WAITING_AT = "waitingAt";
    private static final String WAITING_FOR = "waitingFor";
    private static final String SERVED_AS = "servedAs";
    private static final Bson WITHOUT_AUDIT = exclude(AuditField.RECORDS);

    private final MongoCollection<Document> collection;
    private final VersionedDocuments writes;
    private final WaitlistDocuments forms;

    MongoWaitlist(MongoDatabase database, WaitlistDocuments forms) {
        this.collection = database.getCollection("waitlist");
        this.writes = new VersionedDocuments(collection, "waitlist-entry");
        this.forms = forms;
        IndexOptions sparse = new IndexOptions().sparse(true);
        collection.createIndex(Indexes.ascending(WAITING_AT, SERVED_AS), sparse);
        collection.createIndex(
                Indexes.ascending(WAITING_FOR), new IndexOptions().unique(true).sparse(true));
        collection.createIndex(Indexes.ascending(WaitlistDocuments.PATIENT));
    }

    @Override
    public Addition add(WaitlistEntry entry) {
        Document document = forms.write(entry)
                .append(WAITING_AT, entry.siteIds())
                .append(SERVED_AS, entry.servedAs())
                .append(WAITING_FOR, wanted(entry.patientId(), entry.treatmentId()));
        if (writes.insert(document)) {
            return Addition.STORED;
        }
        return collection.countDocuments(eq("_id", entry.id())) > 0 ? Addition.ID_TAKEN : Addition.WAITING_ALREADY;
    }

    @Override
    public boolean replace(WaitlistEntry changed) {
        Bson change = WaitlistDocuments.change(changed);
        if (!changed.isWaiting()) {
            change = combine(change, unset(WAITING_AT), unset(SERVED_AS), unset(WAITING_FOR));
        }
        return writes.update(
                changed.id(),
                changed.version() - 1,
                combine(change, set(VersionedDocuments.VERSION, changed.version())));
    }

    @Override
    public Optional<WaitlistEntry> entry(String id) {
        return first(eq("_id", id));
    }

    @Override
    public List<WaitlistEntry> waitingAt(String siteId, @Nullable String after, int limit) {
        Bson waiting = eq(WAITING_AT, siteId);
        return collection
                .find(after == null ? waiting : and(waiting, gt(SERVED_AS, after)))
                .sort(Sorts.ascending(SERVED_AS))
                .limit(limit)
                .projection(WITHOUT_AUDIT)
                .map(forms::read)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<WaitlistEntry> waitingFor(String patientId, String treatmentId) {
        return first(eq(WAITING_FOR, wanted(patientId, treatmentId)));
    }

    @Override
    public List<WaitlistEntry> ofPatient(String patientId) {
        return collection
                .find(eq(WaitlistDocuments.PATIENT, patientId))
                .sort(Sorts.ascending(WaitlistDocuments.SINCE))
                .projection(WITHOUT_AUDIT)
                .map(forms::read)
                .into(new ArrayList<>());
    }

    @Override
    public Set<String> sitesWaitedAt() {
        return collection.distinct(WAITING_AT, exists(WAITING_AT), String.class).into(new HashSet<>());
    }

    private Optional<WaitlistEntry> first(Bson filter) {
        return Optional.ofNullable(
                        collection.find(filter).projection(WITHOUT_AUDIT).first())
                .map(forms::read);
    }

    private static String wanted(String patientId, String treatmentId) {
        return patientId + '/' + treatmentId;
    }
}

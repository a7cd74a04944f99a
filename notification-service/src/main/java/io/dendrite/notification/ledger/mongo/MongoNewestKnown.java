package io.dendrite.notification.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.dendrite.notification.ledger.application.NewestKnown;
import io.dendrite.notification.ledger.model.AppointmentState;
import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.ledger.model.Contact;
import io.dendrite.notification.ledger.model.VisitStep;
import io.dendrite.notification.store.StoreCalls;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** One document per patient and per appointment, overwritten only by a higher version. */
@Repository
class MongoNewestKnown implements NewestKnown {

    private static final String VERSION = "version";
    private static final String SEALED = "sealed";
    private static final String ADDRESS_SINCE = "addressSince";
    private static final String SEQUENCE = "sequence";
    private static final String STEP_AT = "stepAt";
    private static final String BEGUN = "begun";

    private final MongoCollection<Document> contacts;
    private final MongoCollection<Document> appointments;
    private final MongoCollection<Document> sites;

    MongoNewestKnown(MongoDatabase database) {
        contacts = database.getCollection(NoticeFields.CONTACTS);
        appointments = database.getCollection(NoticeFields.APPOINTMENTS);
        sites = database.getCollection(NoticeFields.SITES);
    }

    /** Nearly every event shows the contact as it is known; a look costs less than the two writes that come to nothing. */
    @Override
    public void learn(Contact contact) {
        Bson known = and(eq("_id", contact.patientId()), gte(VERSION, contact.version()));
        if (StoreCalls.reaching(() -> Optional.ofNullable(
                        contacts.find(known).projection(include("_id")).first()))
                .isPresent()) {
            return;
        }
        Bson older = and(eq("_id", contact.patientId()), lt(VERSION, contact.version()));
        Bson change = combine(
                set(VERSION, contact.version()),
                set(SEALED, contact.sealed()),
                set(ADDRESS_SINCE, contact.addressSince()));
        raise(contacts, older, change);
    }

    @Override
    public void learn(AppointmentState appointment) {
        Bson older = and(eq("_id", appointment.appointmentId()), lt(SEQUENCE, appointment.sequence()));
        Bson change = combine(set(SEQUENCE, appointment.sequence()), set("cancelled", appointment.cancelled()));
        raise(appointments, older, change);
    }

    @Override
    public void learn(VisitStep step) {
        Bson older =
                and(eq("_id", step.appointmentId()), or(exists(STEP_AT, false), lt(STEP_AT, Date.from(step.at()))));
        // A step of a visit that nobody was told of is of no interest, so it is not inserted.
        StoreCalls.reaching(() ->
                appointments.updateOne(older, combine(set(STEP_AT, Date.from(step.at())), set(BEGUN, step.begun()))));
    }

    @Override
    public void learn(Clinic clinic, Instant asOf) {
        Bson older = and(eq("_id", clinic.siteId()), lt("asOf", Date.from(asOf)));
        raise(sites, older, combine(set("asOf", Date.from(asOf)), set("clinic", NoticeDocuments.toDocument(clinic))));
    }

    @Override
    public Optional<Clinic> clinic(String siteId) {
        return StoreCalls.reaching(() -> Optional.ofNullable(
                        sites.find(eq("_id", siteId)).first())
                .map(document -> NoticeDocuments.toClinic(document.get("clinic", Document.class))));
    }

    /**
     * An upsert that finds no older document tries to insert; the primary key refuses that when the same or a newer one is
     * there. It also refuses it when an older one was inserted at this very moment, so an update follows: it finds that
     * one, or nothing.
     */
    private static void raise(MongoCollection<Document> collection, Bson older, Bson change) {
        StoreCalls.reaching(() -> {
            try {
                return collection.updateOne(older, change, new UpdateOptions().upsert(true));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return collection.updateOne(older, change);
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<Contact> contactOf(String patientId) {
        return StoreCalls.reaching(() ->
                Optional.ofNullable(contacts.find(eq("_id", patientId)).first()).map(MongoNewestKnown::toContact));
    }

    private static Contact toContact(Document document) {
        Long version = document.getLong(VERSION);
        return new Contact(
                document.getString("_id"), version, document.getString(SEALED), document.get(ADDRESS_SINCE, version));
    }

    @Override
    public Map<String, AppointmentState> appointments(Collection<String> appointmentIds) {
        return StoreCalls.reaching(() -> {
            Map<String, AppointmentState> found = new HashMap<>();
            for (Document document : appointments.find(in("_id", appointmentIds))) {
                String id = document.getString("_id");
                found.put(
                        id,
                        new AppointmentState(
                                id,
                                document.getInteger(SEQUENCE),
                                document.getBoolean("cancelled"),
                                document.getBoolean(BEGUN, false)));
            }
            return found;
        });
    }
}

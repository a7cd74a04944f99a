package io.dendrite.notification.ledger.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.dendrite.notification.ledger.application.StoreUnavailableException;
import io.dendrite.notification.store.StoreCalls;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Creates the indexes as soon as the store is there. They serve speed only: what must be unique is a primary key, so the
 * service is right from its first moment and may start before its store.
 */
@Component
class NoticeIndexes {

    private static final Logger log = LoggerFactory.getLogger(NoticeIndexes.class);

    private final MongoDatabase database;
    private volatile boolean created;

    NoticeIndexes(MongoDatabase database) {
        this.database = database;
    }

    /** Tries until it has worked once. */
    @Scheduled(fixedDelayString = "${dendrite.notices.index-retry:5s}")
    void createOnce() {
        if (created) {
            return;
        }
        try {
            create();
            created = true;
        } catch (StoreUnavailableException e) {
            log.warn("indexes are not created yet: the store cannot be reached");
        }
    }

    /** Creates what is missing. */
    void create() {
        MongoCollection<Document> notices = database.getCollection(NoticeFields.NOTICES);
        StoreCalls.reaching(() -> {
            // Settled rows lack the field, so this index stays as small as the work that is left.
            notices.createIndex(ascending(NoticeFields.CLAIMABLE_AT), new IndexOptions().sparse(true));
            // Tells what is late, which a row held back during an outage stays.
            notices.createIndex(ascending(NoticeFields.STATUS, NoticeFields.DUE_AT));
            // Reminders of a visit that is moved or cancelled are looked up by it.
            notices.createIndex(ascending("visits.appointmentId"));
            notices.createIndex(descending(NoticeFields.CREATED_AT, "_id"));
            for (String criterion : new String[] {
                NoticeFields.PATIENT_ID, NoticeFields.BOOKING_ID, NoticeFields.STATUS, NoticeFields.SITE_ID
            }) {
                notices.createIndex(compoundIndex(ascending(criterion), descending(NoticeFields.CREATED_AT, "_id")));
            }
            // Reports name a mail by its Message-ID.
            notices.createIndex(ascending(NoticeFields.MESSAGE_ID), new IndexOptions().sparse(true));
            // Jobs ask for these few every few seconds.
            IndexOptions few = new IndexOptions().sparse(true);
            database.getCollection(NoticeFields.SUPPRESSIONS).createIndex(ascending(NoticeFields.UNTOLD), few);
            database.getCollection("site-settings").createIndex(ascending("digest.email"), few);
            MongoCollection<Document> links = database.getCollection(NoticeFields.LINKS);
            links.createIndex(ascending("expiresAt"));
            links.createIndex(ascending(NoticeFields.PATIENT_ID));
            return notices;
        });
    }
}

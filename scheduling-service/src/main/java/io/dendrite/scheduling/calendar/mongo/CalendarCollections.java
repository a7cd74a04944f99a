package io.dendrite.scheduling.calendar.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import org.bson.Document;

/** The collections of the calendar: what is current, small and under the lock; and what is history. */
final class CalendarCollections {

    static final String LIVE = "calendar";
    static final String ARCHIVE = "calendar_archive";

    /** How long after its end an entry stays among the current ones. */
    static final Duration KEPT = Duration.ofDays(7);

    private CalendarCollections() {}

    /**
     * The current entries, with the lock: no two entries of a site have a claim in common, and no two of any sites have
     * the same patient at the same time.
     */
    static MongoCollection<Document> live(MongoDatabase database) {
        MongoCollection<Document> live = database.getCollection(LIVE);
        IndexOptions unique = new IndexOptions().unique(true);
        live.createIndex(Indexes.ascending(EntryDocument.SITE, EntryDocument.CLAIMS), unique);
        live.createIndex(Indexes.ascending(EntryDocument.PATIENT_CLAIMS), unique);
        // Only what stands or has just expired has an end: the index is as small as that.
        live.createIndex(Indexes.ascending(HoldDocument.EXPIRES_AT), new IndexOptions().sparse(true));
        readingIndexes(live);
        return live;
    }

    /** What ended long ago. It has no claims. */
    static MongoCollection<Document> archive(MongoDatabase database) {
        MongoCollection<Document> archive = database.getCollection(ARCHIVE);
        readingIndexes(archive);
        return archive;
    }

    private static void readingIndexes(MongoCollection<Document> collection) {
        collection.createIndex(Indexes.ascending(EntryDocument.SITE, EntryDocument.UNTIL, EntryDocument.FROM));
        collection.createIndex(Indexes.ascending(EntryDocument.PATIENT));
    }
}

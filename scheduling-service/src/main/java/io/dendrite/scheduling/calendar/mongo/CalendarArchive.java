package io.dendrite.scheduling.calendar.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.dendrite.audit.mongo.AuditField;
import io.dendrite.scheduling.outbox.OutboxField;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Moves what ended some days ago out of the way, so that the calendar under the lock stays as small as the future is.
 * Any instance may run it, several at once too: copying the same entry twice makes one copy, and an entry is removed only
 * in the version that was copied and never while an event or an audit record waits in it.
 */
@Component
class CalendarArchive {

    private static final Logger log = LoggerFactory.getLogger(CalendarArchive.class);
    private static final int BATCH = 500;

    private final MongoCollection<Document> live;
    private final MongoCollection<Document> archive;
    private final Clock clock;

    CalendarArchive(MongoDatabase database, Clock clock) {
        this.live = CalendarCollections.live(database);
        this.archive = CalendarCollections.archive(database);
        this.clock = clock;
    }

    /** Moves one batch; the rest waits for the next run. */
    @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    int movePast() {
        Bson past = and(
                // Says nothing, but lets the index of sites and ends serve: it goes from site to site.
                exists(EntryDocument.SITE),
                lt(EntryDocument.UNTIL, Date.from(clock.instant().minus(CalendarCollections.KEPT))),
                // A hold goes by another way, which puts on record that it has expired.
                exists(HoldDocument.EXPIRES_AT, false),
                exists(OutboxField.SINCE, false),
                exists(AuditField.SINCE, false));
        int moved = 0;
        for (Document entry : live.find(past).limit(BATCH)) {
            Bson sameVersion = and(
                    eq(EntryDocument.ID, entry.getString(EntryDocument.ID)),
                    eq(EntryDocument.VERSION, entry.getLong(EntryDocument.VERSION)),
                    exists(OutboxField.SINCE, false),
                    exists(AuditField.SINCE, false));
            entry.keySet()
                    .removeAll(Set.of(
                            EntryDocument.CLAIMS,
                            EntryDocument.PATIENT_CLAIMS,
                            OutboxField.EVENTS,
                            AuditField.RECORDS));
            archive.replaceOne(
                    eq(EntryDocument.ID, entry.getString(EntryDocument.ID)), entry, new ReplaceOptions().upsert(true));
            moved += (int) live.deleteOne(sameVersion).getDeletedCount();
        }
        if (moved > 0) {
            log.info("Moved {} past entries to the archive", moved);
        }
        return moved;
    }
}

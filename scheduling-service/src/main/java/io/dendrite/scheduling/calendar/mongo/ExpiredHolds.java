package io.dendrite.scheduling.calendar.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.dendrite.audit.AuditDraft;
import io.dendrite.audit.mongo.AuditField;
import io.dendrite.scheduling.calendar.application.ClaimTakenException;
import io.dendrite.scheduling.calendar.model.CalendarEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Takes holds that have expired out of the calendar: those in the way of somebody at once, the others when the cleaner
 * comes. Each goes by a conditional update, so that a hold that was booked or extended in the meantime stays.
 */
final class ExpiredHolds {

    /** How often a write is tried again. Each time again others must have held the same and let it expire. */
    private static final int TRIES = 5;

    private final MongoCollection<Document> live;
    private final Clock clock;

    ExpiredHolds(MongoCollection<Document> live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    /**
     * Writes an entry. What has expired and stands in its way is taken out of it.
     *
     * @throws ClaimTakenException when another entry holds one of its claims, or its id is taken
     */
    <T> T outOfTheWayOf(CalendarEntry entry, Supplier<T> write) {
        boolean foundNone = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return write.get();
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                boolean madeWay = makeWayFor(entry);
                // The first time, somebody else may have made way between the write and the look.
                if (attempt == TRIES || (foundNone && !madeWay)) {
                    throw new ClaimTakenException();
                }
                foundNone = !madeWay;
            }
        }
    }

    /** Ends what has expired, at most so many; says how many. */
    int end(int most) {
        Instant now = clock.instant();
        return end(HoldDocument.expiredAt(now), most, now).ended();
    }

    /** What touches the entry's time need not be in its way, but it is over anyway, and a block claims too much to ask for. */
    private boolean makeWayFor(CalendarEntry entry) {
        Instant now = clock.instant();
        Bson inTheWay = and(
                HoldDocument.expiredAt(now),
                ne(EntryDocument.ID, entry.id()),
                or(
                        EntryDocument.touching(entry.siteId(), entry.extent()),
                        in(EntryDocument.PATIENT_CLAIMS, entry.patientClaims())));
        return end(inTheWay, Integer.MAX_VALUE, now).found() > 0;
    }

    /** Somebody else may be at it too: what is found is not always what is ended here. */
    private record Count(int found, int ended) {}

    private Count end(Bson holds, int most, Instant now) {
        List<Document> found = live.find(holds)
                .projection(include(EntryDocument.SITE, EntryDocument.PATIENT, EntryDocument.VERSION))
                .limit(most)
                .into(new ArrayList<>());
        int ended = 0;
        for (Document hold : found) {
            String id = hold.getString(EntryDocument.ID);
            long version = hold.getLong(EntryDocument.VERSION) + 1;
            AuditDraft record = AuditDraft.ofItself("hold.expire", now);
            record.site(hold.getString(EntryDocument.SITE));
            record.patient(hold.getString(EntryDocument.PATIENT));
            Bson change = combine(HoldDocument.ended(id, version, now), AuditField.push(record, "hold", id, version));
            ended += (int) live.updateOne(and(eq(EntryDocument.ID, id), HoldDocument.expiredAt(now)), change)
                    .getModifiedCount();
        }
        return new Count(found.size(), ended);
    }
}

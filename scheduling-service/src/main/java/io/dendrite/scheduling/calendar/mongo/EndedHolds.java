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
 * Takes holds out of the calendar that nobody else does: those in the way of somebody at once when they have expired, the
 * others when the cleaner comes. Each goes by a conditional update, so that a hold that was booked or extended in the
 * meantime stays.
 */
final class EndedHolds {

    /** How often a write is tried again. Each time again others must have held the same and let it expire. */
    private static final int TRIES = 5;

    private final MongoCollection<Document> live;
    private final Clock clock;

    EndedHolds(MongoCollection<Document> live, Clock clock) {
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

    /**
     * Ends holds under a condition that tells that they are holds, each only as long as it fulfils it.
     *
     * @param action as what the audit keeps it
     * @return how many were found; somebody else may have been faster with some of them
     */
    int end(Bson holds, String action, int most) {
        Instant now = clock.instant();
        List<Document> found = live.find(holds)
                .projection(include(EntryDocument.SITE, EntryDocument.PATIENT, EntryDocument.VERSION))
                .limit(most)
                .into(new ArrayList<>());
        for (Document hold : found) {
            String id = hold.getString(EntryDocument.ID);
            long version = hold.getLong(EntryDocument.VERSION);
            AuditDraft record = AuditDraft.ofItself(action, now);
            record.site(hold.getString(EntryDocument.SITE));
            record.patient(hold.getString(EntryDocument.PATIENT));
            live.updateOne(
                    and(eq(EntryDocument.ID, id), eq(EntryDocument.VERSION, version), holds),
                    combine(
                            HoldDocument.ended(id, version + 1, now),
                            AuditField.push(record, "hold", id, version + 1)));
        }
        return found.size();
    }

    /** What touches the entry's time need not be in its way, but it is over anyway, and a block claims too much to ask for. */
    private boolean makeWayFor(CalendarEntry entry) {
        Bson inTheWay = and(
                HoldDocument.expiredAt(clock.instant()),
                ne(EntryDocument.ID, entry.id()),
                or(
                        EntryDocument.touching(entry.siteId(), entry.extent()),
                        in(EntryDocument.PATIENT_CLAIMS, entry.patientClaims())));
        return end(inTheWay, "hold.expire", Integer.MAX_VALUE) > 0;
    }
}

package io.dendrite.notification.digest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.dendrite.notification.store.StoreCalls.reaching;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.dendrite.notification.digest.application.Digests;
import io.dendrite.notification.digest.model.DigestDay;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** One document for each site and day. */
@Repository
class MongoDigests implements Digests {

    private static final String CLAIMABLE_AT = "claimableAt";
    private static final String OUTCOME = "outcome";

    private final MongoCollection<Document> digests;

    MongoDigests(MongoDatabase database) {
        digests = database.getCollection("digests");
    }

    @Override
    public boolean take(DigestDay day, Instant now, Instant until) {
        return reaching(() -> {
            boolean again = digests.updateOne(
                                    and(eq("_id", day.key()), lte(CLAIMABLE_AT, Date.from(now))),
                                    set(CLAIMABLE_AT, Date.from(until)))
                            .getMatchedCount()
                    == 1;
            return again || insert(day, until);
        });
    }

    private boolean insert(DigestDay day, Instant until) {
        try {
            digests.insertOne(new Document("_id", day.key())
                    .append("siteId", day.siteId())
                    .append(CLAIMABLE_AT, Date.from(until)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void settle(DigestDay day, String outcome) {
        reaching(() -> digests.updateOne(eq("_id", day.key()), combine(set(OUTCOME, outcome), unset(CLAIMABLE_AT))));
    }

    @Override
    public void putOff(DigestDay day, Instant until, String reason) {
        reaching(() -> digests.updateOne(
                eq("_id", day.key()), combine(set(OUTCOME, reason), set(CLAIMABLE_AT, Date.from(until)))));
    }
}

package io.dendrite.notification.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.dendrite.notification.ledger.application.Suppressions;
import io.dendrite.notification.ledger.application.UntoldBounces;
import io.dendrite.notification.store.StoreCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** One document for each patient whose address failed; that it is still to be told stands in the same document. */
@Repository
class MongoSuppressions implements Suppressions, UntoldBounces {

    private static final String ADDRESS_SINCE = "addressSince";
    private static final int AT_A_TIME = 100;

    private final MongoCollection<Document> suppressions;

    MongoSuppressions(MongoDatabase database) {
        suppressions = database.getCollection(NoticeFields.SUPPRESSIONS);
    }

    @Override
    public boolean includes(String patientId, long addressSince) {
        return StoreCalls.reaching(() -> suppressions
                        .find(and(eq("_id", patientId), gte(ADDRESS_SINCE, addressSince)))
                        .first()
                != null);
    }

    @Override
    public void suppress(String patientId, long addressSince, String reason, Instant at) {
        Bson change = combine(
                set(ADDRESS_SINCE, addressSince),
                set("reason", reason),
                set("at", Date.from(at)),
                set(NoticeFields.UNTOLD, true));
        StoreCalls.reaching(() -> insertOrRaise(patientId, addressSince, change));
    }

    private boolean insertOrRaise(String patientId, long addressSince, Bson change) {
        try {
            suppressions.updateOne(
                    and(eq("_id", patientId), lt(ADDRESS_SINCE, addressSince)),
                    change,
                    new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            // The primary key refuses a second document: it is known already.
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public List<Bounce> untold() {
        return StoreCalls.reaching(() -> suppressions
                .find(exists(NoticeFields.UNTOLD))
                .limit(AT_A_TIME)
                .map(found -> new Bounce(
                        found.getString("_id"),
                        found.getLong(ADDRESS_SINCE),
                        found.getDate("at").toInstant()))
                .into(new ArrayList<>()));
    }

    @Override
    public void told(Bounce bounce) {
        StoreCalls.reaching(() -> suppressions.updateOne(
                and(eq("_id", bounce.patientId()), eq(ADDRESS_SINCE, bounce.addressSince())),
                unset(NoticeFields.UNTOLD)));
    }
}

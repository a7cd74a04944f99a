package io.dendrite.notification.ledger.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import io.dendrite.notification.ledger.application.StoreUnavailableException;
import java.util.function.Supplier;

/** Tells a store that is away from a call that is wrong: the first passes, the second is a defect. */
final class MongoCalls {

    private MongoCalls() {}

    /** Runs a call to the store; while that is away, throws {@link StoreUnavailableException}. */
    static <T> T reaching(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoCommandException | MongoWriteException | MongoBulkWriteException refused) {
            throw refused;
        } catch (MongoException away) {
            throw new StoreUnavailableException(away);
        }
    }
}

package io.dendrite.notification.digest.application;

import io.dendrite.notification.digest.model.DigestDay;
import java.time.Instant;

/**
 * Which front desks were told of which days.
 *
 * <p>Every method throws {@link io.dendrite.notification.ledger.application.StoreUnavailableException} while the store
 * cannot be reached.
 */
public interface Digests {

    /**
     * Takes the telling of a day, unless it is done or somebody else is at it.
     *
     * @param until until when nobody else takes it
     */
    boolean take(DigestDay day, Instant now, Instant until);

    /** Told, or given up for the reason. */
    void settle(DigestDay day, String outcome);

    /** To be tried again later. */
    void putOff(DigestDay day, Instant until, String reason);
}

package io.dendrite.notification.ledger.application;

import java.time.Instant;
import java.util.List;

/**
 * Addresses that failed and of which the scheduling service does not know yet.
 *
 * <p>Every method throws {@link StoreUnavailableException} while the store cannot be reached.
 */
public interface UntoldBounces {

    /**
     * An address that failed.
     *
     * @param patientId whose it is
     * @param addressSince since which version of the contact it has been the address
     * @param at when it was learnt
     */
    record Bounce(String patientId, long addressSince, Instant at) {}

    /** Some of them. */
    List<Bounce> untold();

    /** Notes that it was told. */
    void told(Bounce bounce);
}

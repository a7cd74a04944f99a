package io.dendrite.notification.ledger.application;

import java.time.Instant;

/**
 * Addresses that take no mail. What is remembered is since which version of the contact the address has been the one that
 * failed, so that another address is free of it.
 *
 * <p>Every method throws {@link StoreUnavailableException} while the store cannot be reached.
 */
public interface Suppressions {

    /** Whether the address of a contact failed. */
    boolean includes(String patientId, long addressSince);

    /**
     * Remembers that an address failed, and lets the scheduling service know. Doing it again changes nothing.
     *
     * @param reason a status code, or "complaint"
     */
    void suppress(String patientId, long addressSince, String reason, Instant at);
}

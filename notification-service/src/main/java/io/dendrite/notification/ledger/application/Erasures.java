package io.dendrite.notification.ledger.application;

/**
 * The patients who were erased.
 *
 * <p>Every method throws {@link StoreUnavailableException} while the store cannot be reached.
 */
public interface Erasures {

    /**
     * Remembers that a patient was erased, lets go of the contact, voids what was still to be sent, and cuts what ties the
     * ledger's notices to the patient. Doing it again changes nothing.
     */
    void erase(String patientId);

    /** Whether the patient was erased. */
    boolean includes(String patientId);
}

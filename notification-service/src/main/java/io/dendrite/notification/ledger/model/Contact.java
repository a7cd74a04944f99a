package io.dendrite.notification.ledger.model;

import java.util.Objects;

/**
 * How a patient is reached, in the newest version heard of: sealed, as it came. Only a sender opens it, at the moment of
 * sending.
 *
 * @param patientId the patient
 * @param version of two copies the higher one is true
 * @param sealed what only the patient's key opens, in Base64
 */
public record Contact(String patientId, long version, String sealed) {

    public Contact {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(sealed, "sealed");
    }
}

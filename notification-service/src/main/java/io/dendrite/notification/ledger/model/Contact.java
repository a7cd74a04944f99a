package io.dendrite.notification.ledger.model;

import java.util.Objects;

/**
 * How a patient is reached, in the newest version heard of: sealed, as it came. Only a sender opens it, at the moment of
 * sending.
 *
 * @param patientId the patient
 * @param version of two copies the higher one is true
 * @param sealed what only the patient's key opens, in Base64
 * @param addressSince the version in which the e-mail address last became another
 */
public record Contact(String patientId, long version, String sealed, long addressSince) {

    public Contact {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(sealed, "sealed");
    }

    /** A contact whose address is as new as the rest of it. */
    public Contact(String patientId, long version, String sealed) {
        this(patientId, version, sealed, version);
    }
}

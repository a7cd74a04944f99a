package io.dendrite.events;

import java.util.Objects;

/**
 * How a patient is reached, unreadable to whoever has not the patient's key.
 *
 * @param patientId the patient
 * @param version rises with every change of the contact; of two copies the higher one is true
 * @param sealed {@link ContactDetails}, encrypted with the patient's own data key, in Base64
 */
public record PatientContact(String patientId, long version, String sealed) {

    public PatientContact {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(sealed, "sealed");
    }
}

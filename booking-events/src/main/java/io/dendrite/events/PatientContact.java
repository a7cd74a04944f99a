package io.dendrite.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a patient is reached, and whether they may be.
 *
 * @param patientId the patient
 * @param version rises with every change of the contact; of two copies the higher one is true
 * @param givenName the first name, all of a name that a message may carry
 * @param email the address, or null when none is known
 * @param language BCP 47 tag of the language to write in
 * @param emailConsent whether the patient accepted unencrypted e-mail; without it nothing is sent
 */
public record PatientContact(
        String patientId,
        long version,
        String givenName,
        @Nullable String email,
        String language,
        boolean emailConsent) {

    public PatientContact {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(givenName, "givenName");
        Objects.requireNonNull(language, "language");
    }
}

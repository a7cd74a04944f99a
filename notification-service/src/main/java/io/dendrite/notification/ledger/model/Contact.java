package io.dendrite.notification.ledger.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a patient is reached, in the newest version heard of.
 *
 * @param patientId the patient
 * @param version of two copies the higher one is true
 * @param givenName the first name, all of a name that a message carries
 * @param email the address, or null when none is known
 * @param language BCP 47 tag of the language to write in
 * @param emailConsent whether the patient accepted e-mail
 */
public record Contact(
        String patientId,
        long version,
        String givenName,
        @Nullable String email,
        String language,
        boolean emailConsent) {

    public Contact {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(givenName, "givenName");
        Objects.requireNonNull(language, "language");
    }
}

package io.dendrite.notification.delivery.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is written to. It exists while a letter is made and sent, and is never stored.
 *
 * @param givenName the first name, all of a name that a message carries
 * @param email the address, or null when none is known
 * @param language BCP 47 tag of the language to write in
 * @param emailConsent whether the patient accepted e-mail
 */
public record Recipient(String givenName, @Nullable String email, String language, boolean emailConsent) {

    public Recipient {
        Objects.requireNonNull(givenName, "givenName");
        Objects.requireNonNull(language, "language");
    }

    /** Why nothing may be sent, in words for the front desk; empty when it may. */
    public Optional<String> whyNot() {
        if (!emailConsent) {
            return Optional.of("the patient has not consented to e-mail");
        }
        return email == null || email.isBlank() ? Optional.of("the patient has no e-mail address") : Optional.empty();
    }

    /** Never a name or an address. */
    @Override
    public String toString() {
        return "Recipient[" + language + "]";
    }
}

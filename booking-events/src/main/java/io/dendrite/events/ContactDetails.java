package io.dendrite.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a sealed {@link PatientContact} holds: how the patient is reached, and whether they may be.
 *
 * @param givenName the first name, all of a name that a message may carry
 * @param email the address, or null when none is known
 * @param language BCP 47 tag of the language to write in
 * @param emailConsent whether the patient accepted unencrypted e-mail; without it nothing is sent
 */
public record ContactDetails(String givenName, @Nullable String email, String language, boolean emailConsent) {

    public ContactDetails {
        Objects.requireNonNull(givenName, "givenName");
        Objects.requireNonNull(language, "language");
    }

    /** By name, as it is sealed. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("givenName", givenName);
        if (email != null) {
            map.put("email", email);
        }
        map.put("language", language);
        map.put("emailConsent", emailConsent);
        return map;
    }

    /**
     * What was sealed.
     *
     * @throws UnreadableEventException when something of it is missing
     */
    public static ContactDetails of(Map<String, Object> map) {
        if (map.get("givenName") instanceof String givenName
                && map.get("language") instanceof String language
                && map.get("emailConsent") instanceof Boolean consent) {
            return new ContactDetails(givenName, (String) map.get("email"), language, consent);
        }
        throw new UnreadableEventException("a sealed contact lacks a field");
    }
}

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
 * @param phone for a channel that is not e-mail, or null when none is known
 * @param language BCP 47 tag of the language to write in
 * @param emailConsent whether the patient accepted unencrypted e-mail; without it none is sent
 * @param channel by which messages go
 * @param reminders how many of them the patient wants
 */
public record ContactDetails(
        String givenName,
        @Nullable String email,
        @Nullable String phone,
        String language,
        boolean emailConsent,
        Channel channel,
        Reminders reminders) {

    /** By which way messages go. The names are sealed and stored: they never change. */
    public enum Channel {
        /** By e-mail, if the patient consented to it. */
        EMAIL,
        /** By whatever the clinic has beside e-mail, such as text messages. */
        OTHER,
        /** Not at all: the front desk calls. */
        NONE
    }

    /** How many reminders a patient wants. The names are sealed and stored: they never change. */
    public enum Reminders {
        /** All that the clinic sends. */
        ALL,
        /** Only the last before each visit. */
        FEWER,
        /** None; confirmations and changes still come. */
        NONE
    }

    public ContactDetails {
        Objects.requireNonNull(givenName, "givenName");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(reminders, "reminders");
    }

    /** A patient without particular wishes. */
    public ContactDetails(String givenName, @Nullable String email, String language, boolean emailConsent) {
        this(givenName, email, null, language, emailConsent, Channel.EMAIL, Reminders.ALL);
    }

    /** By name, as it is sealed. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("givenName", givenName);
        if (email != null) {
            map.put("email", email);
        }
        if (phone != null) {
            map.put("phone", phone);
        }
        map.put("language", language);
        map.put("emailConsent", emailConsent);
        map.put("channel", channel.name());
        map.put("reminders", reminders.name());
        return map;
    }

    /**
     * What was sealed. Seals of before there were wishes hold none: they mean all reminders, by e-mail.
     *
     * @throws UnreadableEventException when something of it is missing, or a wish is not known
     */
    public static ContactDetails of(Map<String, Object> map) {
        if (map.get("givenName") instanceof String givenName
                && map.get("language") instanceof String language
                && map.get("emailConsent") instanceof Boolean consent) {
            return new ContactDetails(
                    givenName,
                    (String) map.get("email"),
                    (String) map.get("phone"),
                    language,
                    consent,
                    wish(Channel.class, map.get("channel"), Channel.EMAIL),
                    wish(Reminders.class, map.get("reminders"), Reminders.ALL));
        }
        throw new UnreadableEventException("a sealed contact lacks a field");
    }

    private static <E extends Enum<E>> E wish(Class<E> type, @Nullable Object name, E unsaid) {
        if (name == null) {
            return unsaid;
        }
        try {
            return Enum.valueOf(type, (String) name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventException("a sealed contact has an unknown wish");
        }
    }
}

package io.dendrite.notification.delivery.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is written to. It exists while a letter is made and sent, and is never stored.
 *
 * @param givenName the first name, all of a name that a message carries
 * @param email the address, or null when none is known
 * @param phone the number for a channel that is not e-mail, or null when none is known
 * @param language BCP 47 tag of the language to write in
 * @param emailConsent whether the patient accepted e-mail
 * @param wishes what else the patient wants
 */
public record Recipient(
        String givenName,
        @Nullable String email,
        @Nullable String phone,
        String language,
        boolean emailConsent,
        Wishes wishes) {

    public Recipient {
        Objects.requireNonNull(givenName, "givenName");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(wishes, "wishes");
    }

    /** A patient without particular wishes. */
    public Recipient(String givenName, @Nullable String email, String language, boolean emailConsent) {
        this(givenName, email, null, language, emailConsent, Wishes.NONE);
    }

    /**
     * Why a notice may not be sent, in words for the front desk; empty when it may.
     *
     * @param reminder whether it is a reminder
     * @param optional whether another reminder of the same visit follows
     */
    public Optional<String> whyNot(boolean reminder, boolean optional) {
        if (wishes.channel() == Wishes.Channel.NONE) {
            return Optional.of("the patient wants no messages");
        }
        if (reminder && !wishes.wantsReminder(optional)) {
            return Optional.of("the patient wants fewer reminders");
        }
        return wishes.channel() == Wishes.Channel.EMAIL ? whyNoEmail() : Optional.empty();
    }

    /** Whether notices go by e-mail. */
    public boolean isReachedByEmail() {
        return wishes.channel() == Wishes.Channel.EMAIL;
    }

    private Optional<String> whyNoEmail() {
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

package io.dendrite.notification.delivery.model;

import java.util.Objects;

/**
 * How a patient wants to be told, beside the consent to e-mail.
 *
 * @param channel by which way
 * @param reminders how many reminders
 */
public record Wishes(Channel channel, Reminders reminders) {

    /** All reminders, by e-mail. */
    public static final Wishes NONE = new Wishes(Channel.EMAIL, Reminders.ALL);

    /** By which way messages go. */
    public enum Channel {
        EMAIL,
        /** By what the clinic has beside e-mail, such as text messages. */
        OTHER,
        NONE
    }

    /** How many reminders a patient wants. */
    public enum Reminders {
        ALL,
        /** Only the last before each visit. */
        FEWER,
        NONE
    }

    public Wishes {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(reminders, "reminders");
    }

    /** Whether the patient wants a reminder that is the last before a visit, or an optional one before that. */
    boolean wantsReminder(boolean optional) {
        return reminders == Reminders.ALL || (reminders == Reminders.FEWER && !optional);
    }
}

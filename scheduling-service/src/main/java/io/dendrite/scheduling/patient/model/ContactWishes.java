package io.dendrite.scheduling.patient.model;

import java.util.Objects;

/**
 * How a patient wants to be told, beside the consent to e-mail.
 *
 * @param channel by which way
 * @param reminders how many reminders
 */
public record ContactWishes(Channel channel, Reminders reminders) {

    /** All reminders, by e-mail. */
    public static final ContactWishes NONE = new ContactWishes(Channel.EMAIL, Reminders.ALL);

    /** By which way messages go. */
    public enum Channel {
        EMAIL,
        /** By what the clinic has beside e-mail, such as text messages. */
        OTHER,
        /** Not at all: the front desk calls. */
        NONE
    }

    /** How many reminders a patient wants. */
    public enum Reminders {
        ALL,
        /** Only the last before each visit. */
        FEWER,
        NONE
    }

    public ContactWishes {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(reminders, "reminders");
    }
}

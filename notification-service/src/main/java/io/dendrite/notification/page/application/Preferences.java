package io.dendrite.notification.page.application;

import io.dendrite.notification.delivery.model.Wishes;
import java.util.Objects;

/**
 * How a patient is told.
 *
 * @param language BCP 47 tag of the language to write in
 * @param wishes by which way, and how many reminders
 */
public record Preferences(String language, Wishes wishes) {

    public Preferences {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(wishes, "wishes");
    }
}

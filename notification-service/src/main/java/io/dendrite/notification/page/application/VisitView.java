package io.dendrite.notification.page.application;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a patient sees of an appointment.
 *
 * @param place when and where
 * @param open whether it is still ahead and can be answered
 * @param confirmed whether the patient has said to come
 * @param solidsHours for how many hours before nothing is to be eaten; null where it does not matter
 * @param liquidsHours for how many hours before nothing is to be drunk; null where it does not matter
 * @param escort whether somebody has to take the patient home
 * @param preferences how the patient is told
 */
public record VisitView(
        Place place,
        boolean open,
        boolean confirmed,
        @Nullable Integer solidsHours,
        @Nullable Integer liquidsHours,
        boolean escort,
        Preferences preferences) {

    public VisitView {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(preferences, "preferences");
    }
}

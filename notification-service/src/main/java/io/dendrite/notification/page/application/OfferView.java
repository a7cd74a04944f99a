package io.dendrite.notification.page.application;

import java.time.Instant;
import java.util.Objects;

/**
 * What a patient sees of an offered place.
 *
 * @param place when and where
 * @param state what became of the offer
 * @param expiresAt until when it holds
 */
public record OfferView(Place place, State state, Instant expiresAt) {

    /** What became of an offer. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED
    }

    public OfferView {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}

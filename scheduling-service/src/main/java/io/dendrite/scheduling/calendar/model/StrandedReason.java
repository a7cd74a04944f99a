package io.dendrite.scheduling.calendar.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a visit cannot take place as it is booked.
 *
 * @param why what is the matter
 * @param phase in which phase of the visit
 * @param resource which resource it is about; null when it is about the site
 */
public record StrandedReason(
        Why why, String phase, @Nullable String resource) {

    /** What can be the matter. */
    public enum Why {
        /** The site is not open for all of the phase. */
        CLOSED,
        /** A closure, an absence or maintenance lies in it. */
        BLOCKED,
        /** The resource is no longer there. */
        GONE,
        /** The resource does not work then. */
        OFF_DUTY,
        /** The resource no longer carries as many at once. */
        NO_SUCH_LANE,
        /** The resource is not of the kind, or lacks a skill, that the phase needs. */
        NOT_SUITED,
        /** The patient does not come then, as far as the clinic was told. */
        PATIENT_DECLINED,
        /** The patient asks for another time. */
        PATIENT_ASKS
    }

    public StrandedReason {
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(phase, "phase");
    }
}

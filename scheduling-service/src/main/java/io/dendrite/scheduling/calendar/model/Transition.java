package io.dendrite.scheduling.calendar.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of an appointment's status, kept for good.
 *
 * @param from how it stood
 * @param to how it stood then
 * @param at when
 * @param by the actor who did it
 * @param reason why a step was taken back; null of a step forward
 */
public record Transition(
        AppointmentStatus from,
        AppointmentStatus to,
        Instant at,
        String by,
        @Nullable String reason) {

    /** Whether it led on rather than back. */
    boolean isForward() {
        return from.next().contains(to);
    }
}

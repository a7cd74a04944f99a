package io.dendrite.notification.ledger.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a notice is worth sending.
 *
 * @param dueAt not before this; null for at once
 * @param usefulUntil not from this moment on; null where only what it tells decides
 * @param optional whether a patient who wants fewer reminders does without it
 */
public record Timing(@Nullable Instant dueAt, @Nullable Instant usefulUntil, boolean optional) {

    /** At once, and whenever that can be done. */
    public static final Timing AT_ONCE = new Timing(null, null, false);

    /** At once, but not from a moment on. */
    public static Timing atOnceUntil(Instant usefulUntil) {
        return new Timing(null, usefulUntil, false);
    }

    /** Why it is not worth sending at a moment, in words for the front desk; empty when it is. */
    Optional<String> whyNot(Instant now) {
        return usefulUntil != null && !now.isBefore(usefulUntil)
                ? Optional.of("too late to be of use")
                : Optional.empty();
    }
}

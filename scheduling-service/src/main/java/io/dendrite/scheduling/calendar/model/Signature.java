package io.dendrite.scheduling.calendar.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who does something, and when.
 *
 * @param at the moment, in whole milliseconds
 * @param by the actor, as tokens and the audit name them
 */
public record Signature(Instant at, String by) {

    public Signature {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}

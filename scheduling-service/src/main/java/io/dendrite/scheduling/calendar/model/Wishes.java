package io.dendrite.scheduling.calendar.model;

import java.util.Set;

/**
 * What is asked of the choice of resources beyond the needs.
 *
 * @param required resources that must be part of the visit
 * @param familiar resources that the patient knows from other visits, taken first where they are free
 * @param turn 0 takes the least loaded; another number starts at that one in the row, so that requests that lost a race
 *     for the same resources do not all meet again at the next
 */
public record Wishes(Set<String> required, Set<String> familiar, int turn) {

    /** Nothing is asked. */
    public static final Wishes NONE = new Wishes(Set.of(), Set.of(), 0);

    public Wishes {
        required = Set.copyOf(required);
        familiar = Set.copyOf(familiar);
    }
}

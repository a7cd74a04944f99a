package io.dendrite.scheduling.calendar.model;

import java.util.Set;

/**
 * What is asked of the choice of resources beyond the needs.
 *
 * @param required resources that must be part of the visit
 * @param familiar resources that the patient knows from other visits, taken first where they are free
 * @param turn 0 takes the least loaded; another number starts at that one in the row, of resources and of their
 *     lanes, so that requests that lost a race do not meet again at the next
 * @param overbook whether overflow lanes may be taken where ordinary ones do not suffice
 */
public record Wishes(Set<String> required, Set<String> familiar, int turn, boolean overbook) {

    /** Nothing is asked. */
    public static final Wishes NONE = new Wishes(Set.of(), Set.of(), 0);

    public Wishes {
        required = Set.copyOf(required);
        familiar = Set.copyOf(familiar);
    }

    /** Wishes that keep to the ordinary lanes. */
    public Wishes(Set<String> required, Set<String> familiar, int turn) {
        this(required, familiar, turn, false);
    }

    /** The same without anything that is only preferred. */
    Wishes onlyRequired() {
        return new Wishes(required, Set.of(), 0, false);
    }

    /** The same, kept to the ordinary lanes. */
    Wishes withoutOverbooking() {
        return new Wishes(required, familiar, turn, false);
    }
}

package io.dendrite.scheduling.calendar.model;

import java.util.Set;

/**
 * One resource that a phase of a visit cannot do without.
 *
 * @param kind what kind it must be of, such as {@code CHAIR}
 * @param skills what it must be able to do; all of them
 */
public record Need(String kind, Set<String> skills) {

    public Need {
        skills = Set.copyOf(skills);
    }

    /** Whether a resource is of the kind and has the skills. */
    boolean isMetBy(Bookable resource) {
        return resource.kind().equals(kind) && resource.skills().containsAll(skills);
    }
}

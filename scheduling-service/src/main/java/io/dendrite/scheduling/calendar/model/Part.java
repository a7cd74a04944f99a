package io.dendrite.scheduling.calendar.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A role with everything at the site that could play it, whatever the time.
 *
 * @param role the role
 * @param candidates the resources of its kind that have its skills, in the order of the site
 */
record Part(Role role, List<Bookable> candidates) {

    /** The parts of a visit. */
    static List<Part> of(VisitPattern pattern, List<Bookable> resources) {
        return Role.of(pattern).stream()
                .map(role -> new Part(role, candidates(role.need(), resources)))
                .toList();
    }

    static List<Bookable> candidates(Need need, List<Bookable> resources) {
        return resources.stream().filter(need::isMetBy).toList();
    }

    /** The same part played by another resource in each phase. */
    Stream<Part> perPhase() {
        return role.perPhase().map(single -> new Part(single, candidates));
    }
}

package io.dendrite.scheduling.calendar.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part that one resource plays in a visit: the same need in several phases is one role, so that the patient keeps the
 * chair and, where possible, the nurse.
 *
 * @param need what it takes
 * @param ordinal tells apart the roles of a need that a phase has more than once, from 0
 * @param phases the numbers of the phases it spans, in order
 */
record Role(Need need, int ordinal, List<Integer> phases) {

    /** People can hand over to each other between phases; a patient does not change the chair or the room. */
    private static final Set<String> MAY_HAND_OVER = Set.of("NURSE", "PRESCRIBER");

    private record Key(Need need, int ordinal) {}

    /** The roles of a visit. A need that a phase has twice makes two roles. */
    static List<Role> of(VisitPattern pattern) {
        Map<Key, List<Integer>> phases = new LinkedHashMap<>();
        for (int number = 0; number < pattern.phases().size(); number++) {
            List<Need> seen = new ArrayList<>();
            for (Need need : pattern.phases().get(number).needs()) {
                int ordinal = (int) seen.stream().filter(need::equals).count();
                seen.add(need);
                phases.computeIfAbsent(new Key(need, ordinal), key -> new ArrayList<>())
                        .add(number);
            }
        }
        return phases.entrySet().stream()
                .map(role -> new Role(role.getKey().need(), role.getKey().ordinal(), List.copyOf(role.getValue())))
                .toList();
    }

    /** Whether resources of a kind can hand over to each other. */
    static boolean mayHandOver(String kind) {
        return MAY_HAND_OVER.contains(kind);
    }

    boolean mayHandOver() {
        return phases.size() > 1 && mayHandOver(need.kind());
    }

    /** The same role played by another resource in each phase. */
    Stream<Role> perPhase() {
        return phases.stream().map(phase -> new Role(need, ordinal, List.of(phase)));
    }

    boolean meets(Role other) {
        return phases.stream().anyMatch(other.phases::contains);
    }
}

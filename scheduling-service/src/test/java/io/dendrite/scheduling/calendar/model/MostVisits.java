package io.dendrite.scheduling.calendar.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tries every way to serve visits that start together, to find out how many can be served at best. For tiny clinics. */
final class MostVisits {

    private final VisitPattern pattern;
    private final List<Bookable> resources;
    private final List<Role> roles;
    private final Map<String, Integer> known = new HashMap<>();

    private MostVisits(VisitPattern pattern, List<Bookable> resources) {
        this.pattern = pattern;
        this.resources = resources;
        // People may change at each phase; whoever stays is one of the ways to do it.
        this.roles = Role.of(pattern).stream()
                .flatMap(role -> role.mayHandOver() ? role.perPhase() : java.util.stream.Stream.of(role))
                .toList();
    }

    static int of(VisitPattern pattern, List<Bookable> resources, Occupancy occupancy, long start) {
        Moment moment = Moment.of(pattern, start, occupancy);
        int[][] free = new int[resources.size()][pattern.phases().size()];
        for (int resource = 0; resource < free.length; resource++) {
            for (int phase = 0; phase < free[resource].length; phase++) {
                free[resource][phase] = moment.freeLanes(resources.get(resource), phase);
            }
        }
        return new MostVisits(pattern, resources).most(free);
    }

    private int most(int[][] free) {
        String state = java.util.Arrays.deepToString(free);
        Integer before = known.get(state);
        if (before != null) {
            return before;
        }
        int most = 0;
        for (int[][] after : afterOneVisit(free)) {
            most = Math.max(most, 1 + most(after));
        }
        known.put(state, most);
        return most;
    }

    private List<int[][]> afterOneVisit(int[][] free) {
        Map<String, int[][]> found = new HashMap<>();
        serve(0, free, new int[resources.size()][pattern.phases().size()], found);
        return new ArrayList<>(found.values());
    }

    private void serve(int number, int[][] free, int[][] used, Map<String, int[][]> found) {
        if (number == roles.size()) {
            int[][] after = new int[free.length][];
            for (int resource = 0; resource < free.length; resource++) {
                after[resource] = free[resource].clone();
                for (int phase = 0; phase < after[resource].length; phase++) {
                    after[resource][phase] -= used[resource][phase];
                }
            }
            found.put(java.util.Arrays.deepToString(after), after);
            return;
        }
        Role role = roles.get(number);
        for (int resource = 0; resource < free.length; resource++) {
            int[] lanes = free[resource];
            int[] taken = used[resource];
            if (role.need().isMetBy(resources.get(resource))
                    && role.phases().stream().allMatch(phase -> lanes[phase] > 0 && taken[phase] == 0)) {
                role.phases().forEach(phase -> taken[phase] = 1);
                serve(number + 1, free, used, found);
                role.phases().forEach(phase -> taken[phase] = 0);
            }
        }
    }
}

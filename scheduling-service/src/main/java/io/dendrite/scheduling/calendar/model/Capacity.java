package io.dendrite.scheduling.calendar.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many visits of a pattern find room at a start at most, without looking for who serves which. Where no two needs of
 * a phase are of one kind, that many do find room: nothing competes with anything else, and each visit takes from each
 * demand one lane, whichever resource gives it.
 */
final class Capacity {

    private final List<Demand> demands;
    private final boolean exact;

    /**
     * What each visit takes in some phases.
     *
     * @param phases which phases; a resource counts as far as it has lanes in all of them
     * @param times how many different resources each visit takes
     * @param candidates who can give it
     */
    private record Demand(List<Integer> phases, int times, List<Bookable> candidates) {

        int most(Moment moment) {
            int[] free = new int[candidates.size()];
            int all = 0;
            for (int number = 0; number < free.length; number++) {
                free[number] = moment.freeLanes(candidates.get(number), phases);
                all += free[number];
            }
            int visits = all / times;
            while (visits > 0 && times > 1 && !suffices(free, visits)) {
                visits--;
            }
            return visits;
        }

        /** Whether lanes of as many different resources are there for each visit: no resource helps one visit twice. */
        private boolean suffices(int[] free, int visits) {
            int given = 0;
            for (int lanes : free) {
                given += Math.min(lanes, visits);
            }
            return given >= visits * times;
        }
    }

    private record Lasting(Need need, List<Integer> phases) {}

    Capacity(VisitPattern pattern, List<Part> parts, List<Bookable> resources) {
        List<Demand> all = new ArrayList<>();
        Map<Lasting, Integer> lasting = new LinkedHashMap<>();
        for (Part part : parts) {
            if (!Role.mayHandOver(part.role().need().kind())) {
                lasting.merge(new Lasting(part.role().need(), part.role().phases()), 1, Integer::sum);
            }
        }
        lasting.forEach(
                (role, times) -> all.add(new Demand(role.phases(), times, Part.candidates(role.need(), resources))));
        boolean alone = true;
        for (int phase = 0; phase < pattern.phases().size(); phase++) {
            List<Need> needs = pattern.phases().get(phase).needs();
            all.addAll(inPhase(phase, needs, resources));
            alone &= needs.stream().map(Need::kind).distinct().count() == needs.size();
        }
        this.demands = List.copyOf(new HashSet<>(all));
        this.exact = alone;
    }

    /** Whether what it says is not only the most but true. */
    boolean isExact() {
        return exact;
    }

    /** The most visits that find room; {@link Integer#MAX_VALUE} when nothing is needed. */
    int most(Moment moment) {
        int most = Integer.MAX_VALUE;
        for (Demand demand : demands) {
            most = Math.min(most, demand.most(moment));
            if (most == 0) {
                return 0;
            }
        }
        return most;
    }

    /** What a phase asks of each need beside what lasts longer, and of each kind that more than one of its needs are of. */
    private static List<Demand> inPhase(int phase, List<Need> needs, List<Bookable> resources) {
        Map<Need, Integer> times = new HashMap<>();
        Map<String, Set<Need>> ofKind = new HashMap<>();
        for (Need need : needs) {
            times.merge(need, 1, Integer::sum);
            ofKind.computeIfAbsent(need.kind(), kind -> new HashSet<>()).add(need);
        }
        List<Demand> found = new ArrayList<>();
        times.forEach((need, count) -> {
            if (count > 1 || Role.mayHandOver(need.kind())) {
                found.add(new Demand(List.of(phase), count, Part.candidates(need, resources)));
            }
        });
        ofKind.values().stream().filter(several -> several.size() > 1).forEach(several -> {
            List<Bookable> any = resources.stream()
                    .filter(resource -> several.stream().anyMatch(need -> need.isMetBy(resource)))
                    .toList();
            int count = several.stream()
                    .mapToInt(need -> times.getOrDefault(need, 0))
                    .sum();
            found.add(new Demand(List.of(phase), count, any));
        });
        return found;
    }
}

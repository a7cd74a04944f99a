package io.dendrite.scheduling.calendar.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses who and what a visit gets: for each role a resource of the right kind and skills that is on duty and has a
 * lane free, no resource twice in one phase. Those that the patient knows come first, then the least loaded.
 *
 * <p>The choice is made on a picture of the calendar; whether it holds is decided when its claims are stored.
 */
public final class ResourceChoice {

    private final List<Bookable> resources;

    public ResourceChoice(List<Bookable> resources) {
        this.resources = List.copyOf(resources);
    }

    /** The phases with what is held for each, for a visit that starts at a quarter; empty when it cannot be served. */
    public Optional<List<ReservedPhase>> choose(VisitPattern pattern, long start, Occupancy occupancy, Wishes wishes) {
        List<Quarters> spans = pattern.spans(start);
        Optional<List<ReservedPhase>> ordinary =
                new Search(pattern, spans, occupancy, wishes.withoutOverbooking()).run();
        return ordinary.isPresent() || !wishes.overbook()
                ? ordinary
                : new Search(pattern, spans, occupancy, wishes).run();
    }

    /** How many such visits could start at a quarter, one after the other taking its place in the ordinary lanes. */
    public int count(VisitPattern pattern, long start, Occupancy occupancy, Wishes asked) {
        Wishes wishes = asked.withoutOverbooking();
        int count = 0;
        Occupancy picture = occupancy;
        Optional<List<ReservedPhase>> chosen = choose(pattern, start, picture, wishes);
        while (chosen.isPresent()) {
            count++;
            picture = picture.with(chosen.get());
            chosen = choose(pattern, start, picture, wishes);
        }
        return count;
    }

    /** One resource with the lane it would give. */
    private record Option(Bookable resource, int lane) {

        boolean isOverflow() {
            return lane >= resource.lanes();
        }
    }

    /** Goes through the roles, those with the fewest options first, and steps back where one finds no resource. */
    private final class Search {

        private final VisitPattern pattern;
        private final List<Quarters> spans;
        private final Occupancy occupancy;
        private final Wishes wishes;
        private final Map<Role, List<Option>> options = new LinkedHashMap<>();
        private final Map<Role, Option> chosen = new LinkedHashMap<>();

        Search(VisitPattern pattern, List<Quarters> spans, Occupancy occupancy, Wishes wishes) {
            this.pattern = pattern;
            this.spans = spans;
            this.occupancy = occupancy;
            this.wishes = wishes;
        }

        Optional<List<ReservedPhase>> run() {
            Optional<List<ReservedPhase>> served = serve(role -> optionsOf(role).isEmpty());
            return served.isPresent() ? served : serve(role -> true);
        }

        /** Looks for resources while people hand over only in the roles named. */
        private Optional<List<ReservedPhase>> serve(Predicate<Role> handedOver) {
            List<Role> roles = Role.of(pattern).stream()
                    .flatMap(role -> role.mayHandOver() && handedOver.test(role) ? role.perPhase() : Stream.of(role))
                    .toList();
            options.clear();
            for (Role role : roles) {
                options.put(role, optionsOf(role));
            }
            List<Role> order = roles.stream()
                    .sorted(Comparator.comparingInt(
                            role -> options.getOrDefault(role, List.of()).size()))
                    .toList();
            return canMeetWishes() && assign(order, 0) ? Optional.of(phases(roles)) : Optional.empty();
        }

        /** Says no to what no search can find, such as two chairs for one patient, before any search is made. */
        private boolean canMeetWishes() {
            Map<String, Long> askedOfKind = options.values().stream()
                    .flatMap(List::stream)
                    .map(Option::resource)
                    .filter(resource -> wishes.required().contains(resource.id()))
                    .distinct()
                    .collect(Collectors.groupingBy(Bookable::kind, Collectors.counting()));
            long asked =
                    askedOfKind.values().stream().mapToLong(Long::longValue).sum();
            return asked == wishes.required().size()
                    && askedOfKind.entrySet().stream()
                            .allMatch(kind -> options.keySet().stream()
                                            .filter(role -> role.need().kind().equals(kind.getKey()))
                                            .count()
                                    >= kind.getValue());
        }

        private List<Option> optionsOf(Role role) {
            List<Quarters> needed = role.phases().stream().map(spans::get).toList();
            List<Quarters> onDuty = role.phases().stream()
                    .filter(phase -> pattern.phases().get(phase).withPatient())
                    .map(spans::get)
                    .toList();
            List<Option> found = new ArrayList<>();
            for (Bookable resource : resources) {
                if (role.need().isMetBy(resource) && onDuty.stream().allMatch(resource.onDuty()::containsAll)) {
                    OptionalInt lane = occupancy.freeLane(resource, needed, wishes.overbook());
                    lane.ifPresent(free -> found.add(new Option(resource, free)));
                }
            }
            Map<String, Integer> rank = rank(found);
            found.sort(Comparator.comparing((Option option) -> !isRequired(option))
                    .thenComparing(Option::isOverflow)
                    .thenComparing(option ->
                            !wishes.familiar().contains(option.resource().id()))
                    .thenComparingDouble(option -> wishes.turn() == 0 ? occupancy.load(option.resource()) : 0)
                    .thenComparing(option -> rank.getOrDefault(option.resource().id(), 0)));
            return found;
        }

        private Map<String, Integer> rank(List<Option> found) {
            Map<String, Integer> rank = new LinkedHashMap<>();
            for (int number = 0; number < found.size(); number++) {
                rank.put(found.get(number).resource().id(), Math.floorMod(number + wishes.turn(), found.size()));
            }
            return rank;
        }

        private boolean isRequired(Option option) {
            return wishes.required().contains(option.resource().id());
        }

        private boolean assign(List<Role> order, int depth) {
            if (depth == order.size()) {
                return chosenIds().containsAll(wishes.required());
            }
            Role role = order.get(depth);
            for (Option option : options.getOrDefault(role, List.of())) {
                if (isFreeOfOtherRoles(role, option)) {
                    chosen.put(role, option);
                    if (assign(order, depth + 1)) {
                        return true;
                    }
                    chosen.remove(role);
                }
            }
            return false;
        }

        private boolean isFreeOfOtherRoles(Role role, Option option) {
            return chosen.entrySet().stream()
                    .noneMatch(other -> other.getValue()
                                    .resource()
                                    .id()
                                    .equals(option.resource().id())
                            && role.meets(other.getKey()));
        }

        private Set<String> chosenIds() {
            return chosen.values().stream()
                    .map(option -> option.resource().id())
                    .collect(Collectors.toSet());
        }

        private List<ReservedPhase> phases(List<Role> roles) {
            List<ReservedPhase> phases = new ArrayList<>();
            for (int number = 0; number < spans.size(); number++) {
                int phase = number;
                VisitPattern.Phase asked = pattern.phases().get(phase);
                List<Reservation> held = roles.stream()
                        .filter(role -> role.phases().contains(phase))
                        .map(chosen::get)
                        .map(option -> new Reservation(option.resource().id(), option.lane()))
                        .toList();
                phases.add(new ReservedPhase(asked.name(), spans.get(phase), asked.withPatient(), held));
            }
            return List.copyOf(phases);
        }
    }
}

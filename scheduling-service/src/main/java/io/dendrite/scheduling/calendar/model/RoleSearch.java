package io.dendrite.scheduling.calendar.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One search for who and what serves a visit. It goes through the roles, those with the fewest options first, and steps
 * back where one finds no resource, or where what it found costs others too much.
 */
final class RoleSearch {

    /** Where roles compete so oddly that this does not suffice, the visit is not served: an answer must not take minutes. */
    private static final int MOST_STEPS = 20_000;

    /** What it costs to find a visit that is not good. */
    private static final int STEPS_PER_VISIT = 200;

    private final Moment moment;
    private final List<Part> parts;
    private final Wishes wishes;
    private final Predicate<List<ReservedPhase>> good;
    private final Map<Role, List<Option>> options = new LinkedHashMap<>();
    private final Map<Role, Option> chosen = new LinkedHashMap<>();
    private int steps;
    private @Nullable List<ReservedPhase> found;
    private @Nullable List<ReservedPhase> firstFound;

    /** Prepares a search that takes a good visit if there is one, and else the first. */
    RoleSearch(Moment moment, List<Part> parts, Wishes wishes, Predicate<List<ReservedPhase>> good) {
        this.moment = moment;
        this.parts = parts;
        this.wishes = wishes;
        this.good = good;
    }

    /**
     * One resource with the lanes it would give.
     *
     * @param lanes the lane in each phase of the role
     * @param spare how many ordinary lanes it has free
     */
    private record Option(
            Bookable resource,
            List<Integer> lanes,
            boolean required,
            boolean familiar,
            int sparedSkills,
            int spare,
            double load,
            int rank) {

        /** What is asked for, then whom the patient knows; then who is missed least elsewhere. */
        static final Comparator<Option> BEST_FIRST = Comparator.comparing((Option option) -> !option.required())
                .thenComparing(Option::isOverflow)
                .thenComparing(option -> !option.familiar())
                .thenComparingInt(Option::sparedSkills)
                .thenComparingInt(option -> -option.spare())
                .thenComparingDouble(Option::load)
                .thenComparingInt(Option::rank);

        boolean isOverflow() {
            return lanes.stream().anyMatch(lane -> lane >= resource.lanes());
        }
    }

    Optional<List<ReservedPhase>> run() {
        if (!serve(part -> optionsOf(part).isEmpty())) {
            serve(part -> true);
        }
        return Optional.ofNullable(found != null ? found : firstFound);
    }

    /** Looks for resources while people hand over only in the parts named. */
    private boolean serve(Predicate<Part> handedOver) {
        options.clear();
        chosen.clear();
        steps = 0;
        for (Part part : parts) {
            boolean perPhase = part.role().mayHandOver() && handedOver.test(part);
            for (Part played : perPhase ? part.perPhase().toList() : List.of(part)) {
                List<Option> open = optionsOf(played);
                if (open.isEmpty()) {
                    return false;
                }
                options.put(played.role(), open);
            }
        }
        List<Role> order = options.entrySet().stream()
                .sorted(Comparator.comparingInt(role -> role.getValue().size()))
                .map(Map.Entry::getKey)
                .toList();
        return canMeetWishes() && assign(order, 0);
    }

    /** Says no to what no search can find, such as two chairs for one patient, before any search is made. */
    private boolean canMeetWishes() {
        if (wishes.required().isEmpty()) {
            return true;
        }
        Map<String, Long> askedOfKind = options.values().stream()
                .flatMap(List::stream)
                .filter(Option::required)
                .map(Option::resource)
                .distinct()
                .collect(Collectors.groupingBy(Bookable::kind, Collectors.counting()));
        long asked = askedOfKind.values().stream().mapToLong(Long::longValue).sum();
        return asked == wishes.required().size()
                && askedOfKind.entrySet().stream()
                        .allMatch(kind -> options.keySet().stream()
                                        .filter(role -> role.need().kind().equals(kind.getKey()))
                                        .count()
                                >= kind.getValue());
    }

    private List<Option> optionsOf(Part part) {
        List<Option> open = new ArrayList<>();
        for (Bookable resource : part.candidates()) {
            option(part.role(), resource, open.size()).ifPresent(open::add);
        }
        if (wishes.turn() != 0) {
            int all = open.size();
            open.replaceAll(option -> elsewhere(option, all));
        }
        open.sort(Option.BEST_FIRST);
        return open;
    }

    private Optional<Option> option(Role role, Bookable resource, int rank) {
        List<Integer> lanes = new ArrayList<>();
        int spare = Integer.MAX_VALUE;
        for (int phase : role.phases()) {
            int lane = moment.freeLane(resource, phase, wishes);
            if (lane == Occupancy.NO_LANE) {
                return Optional.empty();
            }
            lanes.add(lane);
            spare = Math.min(spare, moment.freeLanes(resource, phase));
        }
        return Optional.of(new Option(
                resource,
                lanes,
                wishes.required().contains(resource.id()),
                wishes.familiar().contains(resource.id()),
                resource.sparedSkills(role.need()),
                spare,
                moment.load(resource),
                rank));
    }

    /** The same option at another place in the row, whatever its load. */
    private Option elsewhere(Option option, int all) {
        return new Option(
                option.resource(),
                option.lanes(),
                option.required(),
                option.familiar(),
                option.sparedSkills(),
                0,
                0,
                Math.floorMod(option.rank() + wishes.turn(), all));
    }

    private boolean assign(List<Role> order, int depth) {
        if (depth == order.size()) {
            return chosenIds().containsAll(wishes.required()) && isGood(phases());
        }
        Role role = order.get(depth);
        for (Option option : options.getOrDefault(role, List.of())) {
            if (++steps > MOST_STEPS) {
                return false;
            }
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

    private boolean isGood(List<ReservedPhase> visit) {
        if (firstFound == null) {
            firstFound = visit;
        }
        if (good.test(visit)) {
            found = visit;
            return true;
        }
        steps += STEPS_PER_VISIT;
        return false;
    }

    private boolean isFreeOfOtherRoles(Role role, Option option) {
        for (Map.Entry<Role, Option> other : chosen.entrySet()) {
            if (other.getValue().resource().id().equals(option.resource().id()) && role.meets(other.getKey())) {
                return false;
            }
        }
        return true;
    }

    private Set<String> chosenIds() {
        return chosen.values().stream().map(option -> option.resource().id()).collect(Collectors.toSet());
    }

    private List<ReservedPhase> phases() {
        List<ReservedPhase> phases = new ArrayList<>();
        for (int phase = 0; phase < moment.spans().size(); phase++) {
            VisitPattern.Phase asked = moment.pattern().phases().get(phase);
            phases.add(new ReservedPhase(
                    asked.name(),
                    moment.spans().get(phase),
                    asked.withPatient(),
                    held(phase).toList()));
        }
        return List.copyOf(phases);
    }

    /** In the order of the roles, which is that of the needs. */
    private Stream<Reservation> held(int phase) {
        return options.keySet().stream()
                .filter(role -> role.phases().contains(phase))
                .map(role -> reservation(role, phase));
    }

    private Reservation reservation(Role role, int phase) {
        Option option = chosen.get(role);
        if (option == null) {
            throw new IllegalStateException("a role without a resource");
        }
        return new Reservation(
                option.resource().id(), option.lanes().get(role.phases().indexOf(phase)));
    }
}

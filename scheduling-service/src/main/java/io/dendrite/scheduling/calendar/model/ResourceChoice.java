package io.dendrite.scheduling.calendar.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses who and what a visit gets: for each role a resource of the right kind and skills that is on duty and has a
 * lane free, no resource twice in one phase. Those that the patient knows come first, then those with the fewest skills
 * beyond what is needed, so that rare skills are there for who needs them; then those with the most room, then the least
 * loaded.
 *
 * <p>The choice is made on a picture of the calendar; whether it holds is decided when its claims are stored.
 */
public final class ResourceChoice {

    /** As many visits as are ever counted. Only visits that need nothing come to it. */
    static final int MOST_COUNTED = 1_000;

    private final VisitPattern pattern;
    private final List<Bookable> resources;
    private final List<Part> parts;
    private final Capacity capacity;

    public ResourceChoice(VisitPattern pattern, List<Bookable> resources) {
        this.pattern = pattern;
        this.resources = List.copyOf(resources);
        this.parts = Part.of(pattern, resources);
        this.capacity = new Capacity(pattern, parts, resources);
    }

    /** The time that a picture must show for choices of visits that occupy a stretch. */
    public static Quarters windowFor(Quarters visits) {
        return Moment.nearby(visits);
    }

    /** The phases with what is held for each, for a visit that starts at a quarter; empty when it cannot be served. */
    public Optional<List<ReservedPhase>> choose(long start, Occupancy occupancy, Wishes wishes) {
        Moment moment = Moment.of(pattern, start, occupancy);
        Optional<List<ReservedPhase>> ordinary = ordinary(moment, wishes.withoutOverbooking());
        if (ordinary.isEmpty()) {
            return wishes.overbook() ? new RoleSearch(moment, parts, wishes, visit -> true).run() : ordinary;
        }
        return keepsPromise(start, occupancy, wishes, ordinary.get())
                ? ordinary
                : ordinary(moment, wishes.onlyRequired());
    }

    /**
     * How many such visits can be booked at a quarter, one after the other, in the ordinary lanes.
     *
     * @param required resources that each of them must have
     */
    public int count(long start, Occupancy occupancy, Set<String> required) {
        int most = Math.min(MOST_COUNTED, capacity.most(Moment.of(pattern, start, occupancy)));
        if (most == 0 || (capacity.isExact() && required.isEmpty())) {
            return most;
        }
        Wishes wishes = new Wishes(required, Set.of(), 0);
        int count = 0;
        Occupancy picture = occupancy;
        while (count < most) {
            List<ReservedPhase> visit = choose(start, picture, wishes).orElse(null);
            if (visit == null) {
                return count;
            }
            count++;
            picture = picture.with(visit);
        }
        return count;
    }

    /** Whether a visit stands on a lane beyond those that a resource ordinarily has. */
    public boolean overflows(List<ReservedPhase> visit) {
        return visit.stream()
                .flatMap(phase -> phase.reservations().stream())
                .anyMatch(held -> resources.stream()
                        .anyMatch(
                                resource -> resource.id().equals(held.resource()) && held.lane() >= resource.lanes()));
    }

    /** Why no visit can start at a quarter; empty when one can. */
    public List<RefusalReason> explain(long start, Occupancy occupancy, Set<String> required) {
        return count(start, occupancy, required) > 0
                ? List.of()
                : new Explanation(Moment.of(pattern, start, occupancy), parts, resources).reasons(required);
    }

    private Optional<List<ReservedPhase>> ordinary(Moment moment, Wishes wishes) {
        int most = capacity.most(moment);
        if (most == 0) {
            return Optional.empty();
        }
        boolean anyWillDo = capacity.isExact() || !wishes.required().isEmpty();
        return new RoleSearch(
                        moment, parts, wishes, visit -> anyWillDo || capacity.most(moment.with(visit)) >= most - 1)
                .run();
    }

    /**
     * Whether a choice costs no more than the one place that was counted for it. A familiar face with a rare skill could
     * cost two; then whoever is missed least serves the visit. Who asks for certain resources gets them.
     */
    private boolean keepsPromise(long start, Occupancy occupancy, Wishes wishes, List<ReservedPhase> visit) {
        return capacity.isExact()
                || !wishes.required().isEmpty()
                || (wishes.familiar().isEmpty() && wishes.turn() == 0)
                || count(start, occupancy.with(visit), Set.of()) >= count(start, occupancy, Set.of()) - 1;
    }
}

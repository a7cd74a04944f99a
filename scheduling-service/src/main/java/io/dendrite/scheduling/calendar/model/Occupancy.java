package io.dendrite.scheduling.calendar.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which lanes of a site's resources are taken, within a window of the grid: a picture of the claims at one moment. It
 * helps to choose; only the index over the claims decides.
 */
public final class Occupancy {

    private final Quarters window;
    private final Map<String, Map<Integer, QuarterSet>> taken;

    private Occupancy(Quarters window, Map<String, Map<Integer, QuarterSet>> taken) {
        this.window = window;
        this.taken = taken;
    }

    /** The picture that written claims give; what lies outside the window is left out. */
    public static Occupancy of(Quarters window, Collection<String> claims) {
        Occupancy occupancy = new Occupancy(window, new HashMap<>());
        for (String text : claims) {
            Claim.parse(text)
                    .ifPresent(claim ->
                            occupancy.take(claim.holder(), claim.lane(), Quarters.starting(claim.quarter(), 1)));
        }
        return occupancy;
    }

    /** What is looked at. */
    public Quarters window() {
        return window;
    }

    /**
     * The lowest lane of a resource that is free during all of some spans; empty when none is.
     *
     * @param overflow whether overflow lanes count, which come after the ordinary ones
     */
    OptionalInt freeLane(Bookable resource, List<Quarters> spans, boolean overflow) {
        Map<Integer, QuarterSet> lanes = taken.getOrDefault(resource.id(), Map.of());
        return IntStream.range(0, resource.lanes() + (overflow ? resource.overflowLanes() : 0))
                .filter(lane -> {
                    QuarterSet set = lanes.get(lane);
                    return set == null || spans.stream().noneMatch(set::containsAny);
                })
                .findFirst();
    }

    /** How many quarters of a resource's lanes are taken in the window, per lane that it has. */
    double load(Bookable resource) {
        int quarters = taken.getOrDefault(resource.id(), Map.of()).values().stream()
                .mapToInt(QuarterSet::count)
                .sum();
        return (double) quarters / resource.lanes();
    }

    /** The same picture with some phases taken as well. */
    public Occupancy with(List<ReservedPhase> phases) {
        Occupancy more = copy();
        for (ReservedPhase phase : phases) {
            for (Reservation held : phase.reservations()) {
                more.take(held.resource(), held.lane(), phase.span());
            }
        }
        return more;
    }

    private void take(String resource, int lane, Quarters span) {
        taken.computeIfAbsent(resource, id -> new HashMap<>())
                .computeIfAbsent(lane, number -> QuarterSet.empty(window))
                .add(span);
    }

    private Occupancy copy() {
        Map<String, Map<Integer, QuarterSet>> copy = new HashMap<>();
        taken.forEach((resource, lanes) -> {
            Map<Integer, QuarterSet> copied = new HashMap<>();
            lanes.forEach((lane, set) -> copied.put(lane, set.copy()));
            copy.put(resource, copied);
        });
        return new Occupancy(window, copy);
    }
}

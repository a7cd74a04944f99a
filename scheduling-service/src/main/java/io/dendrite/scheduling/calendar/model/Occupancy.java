package io.dendrite.scheduling.calendar.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which lanes of a site's resources are taken, and which resources are blocked, within a window of the grid: a picture of
 * the calendar at one moment. It helps to choose; only the index over the claims decides.
 *
 * <p>A block keeps its resources from being chosen also where a booking's claim stands within it.
 */
public final class Occupancy {

    /** Says that no lane is free. */
    static final int NO_LANE = -1;

    private static final @Nullable QuarterSet[] NOTHING = {};

    private final Quarters window;
    private final Map<String, @Nullable QuarterSet[]> taken;
    private final QuarterSet closed;
    private final Map<String, QuarterSet> absent;

    private Occupancy(
            Quarters window,
            Map<String, @Nullable QuarterSet[]> taken,
            QuarterSet closed,
            Map<String, QuarterSet> absent) {
        this.window = window;
        this.taken = taken;
        this.closed = closed;
        this.absent = absent;
    }

    /** The picture that written claims give; what lies outside the window is left out. */
    public static Occupancy of(Quarters window, Collection<String> claims) {
        return of(window, claims, List.of());
    }

    /** The picture that written claims and blocks give; what lies outside the window is left out. */
    public static Occupancy of(Quarters window, Collection<String> claims, Collection<Block> blocks) {
        Occupancy occupancy = new Occupancy(window, new HashMap<>(), QuarterSet.empty(window), new HashMap<>());
        occupancy.read(claims);
        for (Block block : blocks) {
            if (block.wholeSite()) {
                occupancy.closed.add(block.span());
            } else {
                block.resources()
                        .forEach(blocked -> occupancy
                                .absent
                                .computeIfAbsent(blocked.id(), id -> QuarterSet.empty(window))
                                .add(block.span()));
            }
        }
        return occupancy;
    }

    /** What is looked at. */
    public Quarters window() {
        return window;
    }

    /**
     * A lane of a resource that is free during all of a span, or {@link #NO_LANE}.
     *
     * @param overflow whether overflow lanes count, which come after the ordinary ones
     * @param turn 0 for the lowest; another number begins that many lanes further
     */
    int freeLane(Bookable resource, Quarters span, boolean overflow, int turn) {
        if (isClosed(span) || isAbsent(resource, span)) {
            return NO_LANE;
        }
        int ordinary = turn == 0 ? 0 : freeLanes(resource, span);
        int passedOver = ordinary == 0 ? 0 : Math.floorMod(turn, ordinary);
        @Nullable QuarterSet[] lanes = lanes(resource);
        int all = resource.lanes() + (overflow ? resource.overflowLanes() : 0);
        for (int lane = 0; lane < all; lane++) {
            if (isFree(lanes, lane, span) && passedOver-- == 0) {
                return lane;
            }
        }
        return NO_LANE;
    }

    /** How many ordinary lanes of a resource are free during all of a span. */
    int freeLanes(Bookable resource, Quarters span) {
        if (isClosed(span) || isAbsent(resource, span)) {
            return 0;
        }
        @Nullable QuarterSet[] lanes = lanes(resource);
        int free = 0;
        for (int lane = 0; lane < resource.lanes(); lane++) {
            if (isFree(lanes, lane, span)) {
                free++;
            }
        }
        return free;
    }

    /** Whether a block of the whole site lies in the span. */
    boolean isClosed(Quarters span) {
        return closed.containsAny(span);
    }

    /** Whether a block of the resource lies in the span. */
    boolean isAbsent(Bookable resource, Quarters span) {
        QuarterSet blocked = absent.get(resource.id());
        return blocked != null && blocked.containsAny(span);
    }

    /** How many quarters of a resource's lanes are taken in a span, per ordinary lane that it has. */
    double load(Bookable resource, Quarters span) {
        int quarters = 0;
        for (QuarterSet lane : lanes(resource)) {
            quarters += lane == null ? 0 : lane.countIn(span);
        }
        return (double) quarters / resource.lanes();
    }

    /** The same picture with some phases taken as well. Only the lanes that they take are copied. */
    public Occupancy with(List<ReservedPhase> phases) {
        Occupancy more = new Occupancy(window, new HashMap<>(taken), closed, absent);
        for (ReservedPhase phase : phases) {
            for (Reservation held : phase.reservations()) {
                @Nullable QuarterSet[] lanes = more.wide(held.resource(), held.lane());
                QuarterSet lane = lanes[held.lane()];
                QuarterSet changed = lane == null ? QuarterSet.empty(window) : lane.copy();
                changed.add(phase.span());
                @Nullable QuarterSet[] changedLanes = lanes.clone();
                changedLanes[held.lane()] = changed;
                more.taken.put(held.resource(), changedLanes);
            }
        }
        return more;
    }

    /** Claims of one lane mostly follow each other, so that it need not be looked up for each. */
    private void read(Collection<String> claims) {
        String lanePrefix = "";
        QuarterSet lane = QuarterSet.empty(window);
        for (String text : claims) {
            int at = text.lastIndexOf('@') + 1;
            if (at == 0 || at != lanePrefix.length() || !text.startsWith(lanePrefix)) {
                Claim claim = Claim.parse(text).orElse(null);
                if (claim == null) {
                    continue;
                }
                lanePrefix = text.substring(0, at);
                lane = lane(claim.holder(), claim.lane());
            }
            lane.add(Long.parseLong(text, at, text.length(), 10));
        }
    }

    private QuarterSet lane(String resource, int number) {
        @Nullable QuarterSet[] lanes = wide(resource, number);
        QuarterSet lane = lanes[number];
        if (lane == null) {
            lane = QuarterSet.empty(window);
            lanes[number] = lane;
        }
        return lane;
    }

    /** The lanes of a resource, as many as are needed for one of them to be there. */
    private @Nullable QuarterSet[] wide(String resource, int number) {
        @Nullable QuarterSet[] lanes = taken.getOrDefault(resource, NOTHING);
        if (lanes.length <= number) {
            lanes = Arrays.copyOf(lanes, number + 1);
            taken.put(resource, lanes);
        }
        return lanes;
    }

    private @Nullable QuarterSet[] lanes(Bookable resource) {
        return taken.getOrDefault(resource.id(), NOTHING);
    }

    private static boolean isFree(@Nullable QuarterSet[] lanes, int lane, Quarters span) {
        QuarterSet set = lane < lanes.length ? lanes[lane] : null;
        return set == null || !set.containsAny(span);
    }
}

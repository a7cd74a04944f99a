package io.dendrite.scheduling.calendar.model;

import static io.dendrite.scheduling.calendar.model.Visits.CHAIR;
import static io.dendrite.scheduling.calendar.model.Visits.NURSE;
import static io.dendrite.scheduling.calendar.model.Visits.START;
import static io.dendrite.scheduling.calendar.model.Visits.WINDOW;
import static io.dendrite.scheduling.calendar.model.Visits.nothingTaken;
import static io.dendrite.scheduling.calendar.model.Visits.phase;
import static io.dendrite.scheduling.calendar.model.Visits.taken;
import static io.dendrite.scheduling.calendar.model.Visits.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A deliberate overbooking takes a lane after the ordinary ones, and only when those do not suffice. */
class OverflowLanesTest {

    private static final Wishes OVERBOOK = new Wishes(Set.of(), Set.of(), 0, true);
    private static final VisitPattern SHORT = visit(phase("ADMINISTRATION", 2, CHAIR));
    private static final Quarters THEN = Quarters.starting(START, 2);

    private static final Bookable STRICT = resource("strict", "CHAIR", 1, 0);
    private static final Bookable CHAIR_1 = resource("chair-1", "CHAIR", 1, 1);
    private static final Bookable CHAIR_2 = resource("chair-2", "CHAIR", 1, 1);

    private static Bookable resource(String id, String kind, int lanes, int overflowLanes) {
        return new Bookable(id, kind, Set.of("iv"), lanes, overflowLanes, QuarterSet.of(WINDOW, List.of(WINDOW)));
    }

    private static Optional<Reservation> chosen(Occupancy occupancy, Wishes wishes, Bookable... resources) {
        return new ResourceChoice(SHORT, List.of(resources))
                .choose(START, occupancy, wishes)
                .map(visit -> visit.get(0).reservations().get(0));
    }

    private static Occupancy with(Occupancy occupancy, Reservation... held) {
        return occupancy.with(List.of(new ReservedPhase("X", THEN, true, List.of(held))));
    }

    @Test
    void takesAnOrdinaryLaneWhereOneIsFree() {
        Occupancy taken = taken("chair-1", 0, THEN);

        assertThat(chosen(taken, OVERBOOK, CHAIR_1, CHAIR_2)).contains(new Reservation("chair-2", 0));
        assertThat(chosen(taken, new Wishes(Set.of(), Set.of("chair-1"), 0, true), CHAIR_1, CHAIR_2))
                .contains(new Reservation("chair-2", 0));
    }

    @Test
    void takesTheLaneAfterTheOrdinaryOnesWhenAllAreTaken() {
        Occupancy taken = with(taken("chair-1", 0, THEN), new Reservation("strict", 0));

        assertThat(chosen(taken, Wishes.NONE, STRICT, CHAIR_1)).isEmpty();
        assertThat(chosen(taken, OVERBOOK, STRICT, CHAIR_1)).contains(new Reservation("chair-1", 1));
    }

    @Test
    void takesTheOverflowLaneOfTheResourceThatIsAskedFor() {
        Occupancy taken = taken("chair-1", 0, THEN);

        assertThat(chosen(taken, new Wishes(Set.of("chair-1"), Set.of(), 0, true), CHAIR_1, CHAIR_2))
                .contains(new Reservation("chair-1", 1));
    }

    @Test
    void endsWithTheOverflowLanes() {
        Occupancy full = with(nothingTaken(), new Reservation("chair-1", 0), new Reservation("chair-1", 1));

        assertThat(chosen(full, OVERBOOK, CHAIR_1)).isEmpty();
    }

    @Test
    void overbooksOnlyWhatIsShort() {
        VisitPattern pattern = visit(phase("ADMINISTRATION", 2, CHAIR, NURSE));
        ResourceChoice choice = new ResourceChoice(pattern, List.of(CHAIR_1, resource("nurse-1", "NURSE", 3, 1)));

        assertThat(choice.choose(START, taken("chair-1", 0, THEN), OVERBOOK)
                        .orElseThrow()
                        .get(0)
                        .reservations())
                .containsExactly(new Reservation("chair-1", 1), new Reservation("nurse-1", 0));
    }

    @Test
    void neverCountsOverflowLanesAsFree() {
        ResourceChoice choice = new ResourceChoice(SHORT, List.of(CHAIR_1, CHAIR_2));
        Occupancy full = with(nothingTaken(), new Reservation("chair-1", 0), new Reservation("chair-2", 0));

        assertThat(choice.count(START, nothingTaken(), Set.of())).isEqualTo(2);
        assertThat(choice.count(START, full, Set.of())).isZero();
        assertThat(choice.count(START, full, Set.of("chair-1"))).isZero();
    }
}

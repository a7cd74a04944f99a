package io.dendrite.scheduling.calendar.model;

import static io.dendrite.scheduling.calendar.model.Visits.START;
import static io.dendrite.scheduling.calendar.model.Visits.WINDOW;
import static io.dendrite.scheduling.calendar.model.Visits.blocked;
import static io.dendrite.scheduling.calendar.model.Visits.chair;
import static io.dendrite.scheduling.calendar.model.Visits.nurse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OccupancyTest {

    private static final Quarters HOUR = Quarters.starting(START, 4);
    private static final Quarters LATER = Quarters.starting(START + 4, 4);
    private static final Bookable NURSE = nurse("nurse-1", 2);

    @Test
    void readsClaimsOfSeveralLanesInAnyOrder() {
        Occupancy occupancy = Occupancy.of(
                WINDOW,
                List.of(
                        "nurse-1/1@" + START,
                        "nurse-11/0@" + START,
                        "nurse-1/0@" + (START + 1),
                        "an-entry",
                        "nurse-1/1@" + (START + 1),
                        "nurse-1/0@" + (WINDOW.from() - 1)));

        assertThat(occupancy.freeLane(NURSE, Quarters.starting(START, 1), false, 0))
                .isZero();
        assertThat(occupancy.freeLane(NURSE, HOUR, false, 0)).isEqualTo(Occupancy.NO_LANE);
        assertThat(occupancy.freeLanes(NURSE, LATER)).isEqualTo(2);
        assertThat(occupancy.load(NURSE, WINDOW)).isEqualTo(1.5);
        assertThat(occupancy.load(NURSE, Quarters.starting(START, 1))).isEqualTo(0.5);
    }

    @Test
    void beginsAtAnotherFreeLaneWithEachTurn() {
        Bookable nurse = nurse("nurse-1", 4);
        Occupancy occupancy = Occupancy.of(WINDOW, List.of("nurse-1/1@" + START));

        assertThat(IntStream.range(0, 4).map(turn -> occupancy.freeLane(nurse, HOUR, false, turn)))
                .containsExactly(0, 2, 3, 0);
        assertThat(occupancy.freeLane(nurse, HOUR, false, Integer.MAX_VALUE)).isIn(0, 2, 3);
    }

    @Test
    void leavesThePictureBeforeAsItWas() {
        Occupancy before = Occupancy.of(WINDOW, List.of("nurse-1/0@" + START));

        Occupancy after = before.with(List.of(new ReservedPhase(
                "X", HOUR, true, List.of(new Reservation("nurse-1", 1), new Reservation("chair-1", 0)))));

        assertThat(after.freeLanes(NURSE, HOUR)).isZero();
        assertThat(after.freeLanes(chair("chair-1"), HOUR)).isZero();
        assertThat(before.freeLanes(NURSE, HOUR)).isEqualTo(1);
        assertThat(before.freeLanes(chair("chair-1"), HOUR)).isEqualTo(1);
    }

    @Test
    void givesNoLaneOfABlockedResourceWhetherOrNotItsClaimsStand() {
        Occupancy occupancy = blocked(false, "nurse-1", HOUR);

        assertThat(occupancy.freeLanes(NURSE, HOUR)).isZero();
        assertThat(occupancy.freeLane(NURSE, Quarters.starting(START + 3, 4), true, 0))
                .isEqualTo(Occupancy.NO_LANE);
        assertThat(occupancy.freeLanes(NURSE, LATER)).isEqualTo(2);
        assertThat(occupancy.freeLanes(chair("chair-1"), HOUR)).isEqualTo(1);
        assertThat(occupancy.with(List.of()).freeLanes(NURSE, HOUR)).isZero();
    }

    @Test
    void givesNothingOfAClosedSiteAlsoOfWhatCameLater() {
        Occupancy occupancy = blocked(true, "nurse-1", HOUR);

        assertThat(occupancy.freeLanes(chair("bought-since"), HOUR)).isZero();
        assertThat(occupancy.freeLanes(chair("bought-since"), LATER)).isEqualTo(1);
    }
}

package io.dendrite.scheduling.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.calendar.model.StrandedReason.Why;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether an hour in chair 1 with nurse 1, from quarter 100 on, can still take place. */
class StandingTest {

    private static final Quarters WINDOW = new Quarters(0, 200);
    private static final QuarterSet ALWAYS = QuarterSet.of(WINDOW, List.of(WINDOW));
    private static final VisitPattern PATTERN = new VisitPattern(List.of(
            new VisitPattern.Phase(
                    "ADMINISTRATION", 4, true, List.of(new Need("CHAIR", Set.of()), new Need("NURSE", Set.of("iv")))),
            new VisitPattern.Phase("TURNOVER", 1, false, List.of(new Need("CHAIR", Set.of())))));
    private static final Appointment VISIT = Appointment.booked(
            "b1.1",
            List.of(
                    new ReservedPhase(
                            "ADMINISTRATION",
                            Quarters.starting(100, 4),
                            true,
                            List.of(new Reservation("chair-1", 0), new Reservation("nurse-1", 2))),
                    new ReservedPhase(
                            "TURNOVER", Quarters.starting(104, 1), false, List.of(new Reservation("chair-1", 0)))));
    private static final Bookable CHAIR = new Bookable("chair-1", "CHAIR", Set.of(), 1, 0, ALWAYS);
    private static final Bookable NURSE = new Bookable("nurse-1", "NURSE", Set.of("iv"), 2, 1, ALWAYS);

    @Test
    void standsWhileAllIsAsItWas() {
        assertThat(reasons(ALWAYS, List.of(CHAIR, NURSE))).isEmpty();
    }

    @Test
    void isStrandedByEachThingThatItNeeds() {
        QuarterSet untilNearlyTheEnd = QuarterSet.of(WINDOW, List.of(new Quarters(0, 103)));

        assertThat(reasons(untilNearlyTheEnd, List.of(CHAIR, NURSE))).containsExactly(reason(Why.CLOSED, null));
        assertThat(reasons(ALWAYS, List.of(CHAIR))).containsExactly(reason(Why.GONE, "nurse-1"));
        assertThat(reasons(
                        ALWAYS,
                        List.of(CHAIR, new Bookable("nurse-1", "NURSE", Set.of("iv"), 2, 1, untilNearlyTheEnd))))
                .containsExactly(reason(Why.OFF_DUTY, "nurse-1"));
        assertThat(reasons(ALWAYS, List.of(CHAIR, new Bookable("nurse-1", "NURSE", Set.of("iv"), 2, 0, ALWAYS))))
                .containsExactly(reason(Why.NO_SUCH_LANE, "nurse-1"));
        assertThat(reasons(ALWAYS, List.of(CHAIR, new Bookable("nurse-1", "NURSE", Set.of(), 3, 0, ALWAYS))))
                .containsExactly(reason(Why.NOT_SUITED, "nurse-1"));
        assertThat(reasons(ALWAYS, List.of(CHAIR, new Bookable("nurse-1", "ROOM", Set.of("iv"), 3, 0, ALWAYS))))
                .containsExactly(reason(Why.NOT_SUITED, "nurse-1"));
    }

    @Test
    void isStrandedByBlocksOfItsOwn() {
        assertThat(blocked(103, 110, false, "nurse-1")).containsExactly(reason(Why.BLOCKED, "nurse-1"));
        assertThat(blocked(96, 100, false, "nurse-1")).isEmpty();
        assertThat(blocked(104, 110, false, "nurse-1")).isEmpty();
        assertThat(blocked(100, 104, false, "chair-2")).isEmpty();
        assertThat(blocked(104, 105, false, "chair-1"))
                .containsExactly(new StrandedReason(Why.BLOCKED, "TURNOVER", "chair-1"));
        assertThat(blocked(100, 101, true, "chair-1", "nurse-1")).containsExactly(reason(Why.BLOCKED, null));
    }

    @Test
    void turnoverMayLastBeyondClosing() {
        QuarterSet untilThePatientLeaves = QuarterSet.of(WINDOW, List.of(new Quarters(0, 104)));

        assertThat(reasons(untilThePatientLeaves, List.of(CHAIR, NURSE))).isEmpty();
    }

    @Test
    void needsOfATreatmentThatHasChangedAreNotGuessed() {
        VisitPattern other = new VisitPattern(
                List.of(new VisitPattern.Phase("CONSULTATION", 4, true, List.of(new Need("ROOM", Set.of())))));

        assertThat(new Standing(ALWAYS, List.of(CHAIR, NURSE), List.of()).reasons(VISIT, other))
                .isEmpty();
    }

    private static List<StrandedReason> blocked(long from, long until, boolean wholeSite, String... resources) {
        Block block = new Block(
                "k1",
                BlockKind.CLOSURE,
                "riverside",
                new Quarters(from, until),
                Set.of(resources).stream()
                        .map(id -> new Block.BlockedResource(id, 1))
                        .toList(),
                wholeSite,
                "repair",
                Instant.EPOCH);
        return new Standing(ALWAYS, List.of(CHAIR, NURSE), List.of(block)).reasons(VISIT, PATTERN);
    }

    private static List<StrandedReason> reasons(QuarterSet open, List<Bookable> resources) {
        return new Standing(open, resources, List.of()).reasons(VISIT, PATTERN);
    }

    private static StrandedReason reason(Why why, String resource) {
        return new StrandedReason(why, "ADMINISTRATION", resource);
    }
}

package io.dendrite.scheduling.calendar.model;

import static io.dendrite.scheduling.calendar.model.Visits.CHAIR;
import static io.dendrite.scheduling.calendar.model.Visits.NURSE;
import static io.dendrite.scheduling.calendar.model.Visits.START;
import static io.dendrite.scheduling.calendar.model.Visits.WINDOW;
import static io.dendrite.scheduling.calendar.model.Visits.chair;
import static io.dendrite.scheduling.calendar.model.Visits.infusion;
import static io.dendrite.scheduling.calendar.model.Visits.need;
import static io.dendrite.scheduling.calendar.model.Visits.nothingTaken;
import static io.dendrite.scheduling.calendar.model.Visits.nurse;
import static io.dendrite.scheduling.calendar.model.Visits.on;
import static io.dendrite.scheduling.calendar.model.Visits.phase;
import static io.dendrite.scheduling.calendar.model.Visits.taken;
import static io.dendrite.scheduling.calendar.model.Visits.turnover;
import static io.dendrite.scheduling.calendar.model.Visits.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResourceChoiceTest {

    private static Optional<List<ReservedPhase>> choose(VisitPattern pattern, Occupancy taken, Bookable... resources) {
        return choose(pattern, taken, Wishes.NONE, resources);
    }

    private static Optional<List<ReservedPhase>> choose(
            VisitPattern pattern, Occupancy taken, Wishes wishes, Bookable... resources) {
        return new ResourceChoice(pattern, List.of(resources)).choose(START, taken, wishes);
    }

    private static List<List<String>> ids(Optional<List<ReservedPhase>> visit) {
        return visit.orElseThrow().stream()
                .map(phase ->
                        phase.reservations().stream().map(Reservation::resource).toList())
                .toList();
    }

    @Test
    void keepsChairAndNurseThroughAllPhases() {
        assertThat(ids(choose(infusion(), nothingTaken(), chair("chair-1"), chair("chair-2"), nurse("nurse-1", 3))))
                .containsExactly(
                        List.of("chair-1", "nurse-1"),
                        List.of("chair-1", "nurse-1"),
                        List.of("chair-1", "nurse-1"),
                        List.of("chair-1"));
    }

    @Test
    void takesAnotherChairWhenTheFirstIsTakenInTheLastPhaseOnly() {
        Occupancy cleaning = taken("chair-1", 0, Quarters.starting(START + 8, 1));

        assertThat(ids(choose(infusion(), cleaning, chair("chair-1"), chair("chair-2"), nurse("nurse-1", 3))))
                .allSatisfy(phase -> assertThat(phase).contains("chair-2"));
    }

    @Test
    void doesNotChangeTheChairBetweenPhases() {
        Occupancy taken = taken("chair-1", 0, Quarters.starting(START + 4, 9))
                .with(List.of(new ReservedPhase(
                        "X", Quarters.starting(START, 4), true, List.of(new Reservation("chair-2", 0)))));

        assertThat(choose(infusion(), taken, chair("chair-1"), chair("chair-2"), nurse("nurse-1", 3)))
                .isEmpty();
    }

    @Test
    void letsOneNurseHandOverToAnother() {
        Bookable early = on(new Quarters(WINDOW.from(), START + 4), "early", "NURSE", 1, "iv");
        Bookable late = on(new Quarters(START + 4, WINDOW.until()), "late", "NURSE", 1, "iv");

        assertThat(ids(choose(infusion(), nothingTaken(), chair("chair-1"), early, late)))
                .containsExactly(
                        List.of("chair-1", "early"),
                        List.of("chair-1", "early"),
                        List.of("chair-1", "late"),
                        List.of("chair-1"));
    }

    @Test
    void handsOverWhereTheNurseWhoCouldStayIsNeededForSomethingElse() {
        VisitPattern pattern =
                visit(phase("ADMINISTRATION", 1, NURSE), phase("OBSERVATION", 1, NURSE, need("NURSE", "airway")));
        Bookable both = on(WINDOW, "both", "NURSE", 1, "iv", "airway");
        Bookable late = on(new Quarters(START + 1, WINDOW.until()), "late", "NURSE", 1, "iv");

        assertThat(ids(choose(pattern, nothingTaken(), both, late)))
                .containsExactly(List.of("both"), List.of("late", "both"));
    }

    @Test
    void asksForAllSkills() {
        VisitPattern pump = visit(phase("ADMINISTRATION", 2, need("NURSE", "iv", "pump")));

        assertThat(choose(pump, nothingTaken(), nurse("nurse-1", 3))).isEmpty();
        assertThat(ids(choose(pump, nothingTaken(), on(WINDOW, "nurse-2", "NURSE", 1, "pump", "iv", "airway"))))
                .containsExactly(List.of("nurse-2"));
    }

    @Test
    void doesNotTakeAnotherKind() {
        assertThat(choose(visit(phase("ADMINISTRATION", 2, CHAIR)), nothingTaken(), on(WINDOW, "bed", "ROOM", 1)))
                .isEmpty();
    }

    @Test
    void takesTheNextLaneWhenTheFirstIsTaken() {
        Occupancy one = taken("nurse-1", 0, Quarters.starting(START, 1));

        List<ReservedPhase> visit =
                choose(infusion(), one, chair("chair-1"), nurse("nurse-1", 2)).orElseThrow();

        assertThat(visit.get(0).reservations()).contains(new Reservation("nurse-1", 1));
    }

    @Test
    void changesTheLaneRatherThanTheNurse() {
        Occupancy first = taken("nurse-1", 0, Quarters.starting(START, 1));
        Occupancy both = first.with(List.of(
                new ReservedPhase("X", Quarters.starting(START + 4, 1), true, List.of(new Reservation("nurse-1", 1)))));

        assertThat(ids(choose(
                        infusion(), both, chair("chair-1"), nurse("nurse-1", 2), on(WINDOW, "nurse-2", "NURSE", 1))))
                .allSatisfy(phase -> assertThat(phase).doesNotContain("nurse-2"));
    }

    @Test
    void endsASearchThatCannotSucceed() {
        // Ten needs, nine people: each way to leave somebody out would have to be tried.
        Need[] needs = new Need[10];
        Bookable[] people = new Bookable[9];
        for (int number = 0; number < 10; number++) {
            needs[number] = number == 0 ? need("NURSE") : need("NURSE", "iv", "s" + number % 3);
        }
        for (int number = 0; number < 9; number++) {
            people[number] = on(WINDOW, "n" + number, "NURSE", 3, "iv", "s0", "s1", "s2");
        }

        assertThat(choose(visit(phase("ADMINISTRATION", 2, needs)), nothingTaken(), people))
                .isEmpty();
        assertThat(new ResourceChoice(visit(phase("ADMINISTRATION", 2, needs)), List.of(people))
                        .count(START, nothingTaken(), Set.of("n0")))
                .isZero();
    }

    @Test
    void countsVisitsThatNeedNothingOnlySoFar() {
        assertThat(new ResourceChoice(visit(phase("WAITING", 2)), List.of()).count(START, nothingTaken(), Set.of()))
                .isEqualTo(ResourceChoice.MOST_COUNTED);
    }

    @Test
    void doesNotWasteARareSkillOnAFamiliarFace() {
        // One of two: with "both" for the first need, nobody is left for the second.
        VisitPattern pattern = visit(phase("ADMINISTRATION", 2, NURSE, need("NURSE", "airway")));
        Bookable both = on(WINDOW, "both", "NURSE", 2, "iv", "airway");
        Bookable airway = on(WINDOW, "airway", "NURSE", 1, "airway");
        Bookable iv = on(WINDOW, "iv", "NURSE", 1, "iv");
        Wishes knowsBoth = new Wishes(Set.of(), Set.of("both"), 0);

        List<ReservedPhase> first =
                choose(pattern, nothingTaken(), knowsBoth, both, airway, iv).orElseThrow();

        assertThat(choose(pattern, nothingTaken().with(first), both, airway, iv))
                .isPresent();
    }

    @Test
    void givesTwoPeopleToTwoSameNeedsOfOnePhase() {
        VisitPattern two = visit(phase("ADMINISTRATION", 2, NURSE, NURSE));

        assertThat(choose(two, nothingTaken(), nurse("nurse-1", 3))).isEmpty();
        assertThat(ids(choose(two, nothingTaken(), nurse("nurse-1", 3), nurse("nurse-2", 3)))
                        .get(0))
                .containsExactlyInAnyOrder("nurse-1", "nurse-2");
    }

    @Test
    void givesTwoPeopleToTwoSameNeedsAlsoWhenTheyHandOver() {
        VisitPattern pattern = visit(phase("ADMINISTRATION", 1, NURSE, NURSE), phase("OBSERVATION", 1, NURSE));
        Bookable early = on(new Quarters(WINDOW.from(), START + 1), "early", "NURSE", 1, "iv");
        Bookable first = on(new Quarters(WINDOW.from(), START + 1), "first", "NURSE", 1, "iv");
        Bookable late = on(new Quarters(START + 1, WINDOW.until()), "late", "NURSE", 1, "iv");

        List<List<String>> chosen = ids(choose(pattern, nothingTaken(), early, first, late));

        assertThat(chosen.get(0)).containsExactlyInAnyOrder("early", "first");
        assertThat(chosen.get(1)).containsExactly("late");
    }

    @Test
    void takesNobodyOffDuty() {
        Bookable leaves = on(new Quarters(WINDOW.from(), START + 7), "leaves", "CHAIR", 1);

        assertThat(choose(infusion(), nothingTaken(), leaves, nurse("nurse-1", 3)))
                .isEmpty();
    }

    @Test
    void letsTurnoverLieAfterHours() {
        Bookable closes = on(new Quarters(WINDOW.from(), START + 8), "closes", "CHAIR", 1);

        assertThat(choose(infusion(), nothingTaken(), closes, nurse("nurse-1", 3)))
                .isPresent();
    }

    @Test
    void servesTurnoverThatNeedsSomebodyElse() {
        VisitPattern pattern = visit(phase("ADMINISTRATION", 1, CHAIR), turnover(1, need("ROOM")));

        assertThat(ids(choose(pattern, nothingTaken(), chair("chair-1"), on(WINDOW, "sink", "ROOM", 1))))
                .containsExactly(List.of("chair-1"), List.of("sink"));
    }

    @Test
    void stepsBackToTheOnlyCombination() {
        Need pump = need("NURSE", "pump");
        Need airway = need("NURSE", "airway");
        Need iv = need("NURSE", "iv");
        VisitPattern pattern = visit(phase("ADMINISTRATION", 2, iv, pump, airway));
        Bookable a = on(WINDOW, "a", "NURSE", 1, "iv", "pump");
        Bookable b = on(WINDOW, "b", "NURSE", 1, "pump", "airway");
        Bookable c = on(WINDOW, "c", "NURSE", 1, "iv", "airway");
        Wishes wrongFirst = new Wishes(Set.of(), Set.of("a"), 0);

        assertThat(ids(choose(pattern, nothingTaken(), wrongFirst, a, b, c)).get(0))
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(choose(pattern, taken("b", 0, Quarters.starting(START, 1)), a, b, c))
                .isEmpty();
    }

    @Test
    void needsNothingForAPhaseWithoutNeeds() {
        assertThat(ids(choose(visit(phase("WAITING", 2)), nothingTaken()))).containsExactly(List.of());
    }
}

package io.dendrite.scheduling.calendar.model;

import static io.dendrite.scheduling.calendar.model.Visits.START;
import static io.dendrite.scheduling.calendar.model.Visits.chair;
import static io.dendrite.scheduling.calendar.model.Visits.infusion;
import static io.dendrite.scheduling.calendar.model.Visits.nothingTaken;
import static io.dendrite.scheduling.calendar.model.Visits.nurse;
import static io.dendrite.scheduling.calendar.model.Visits.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of several fitting resources is chosen, and how many visits fit. */
class ResourceWishesTest {

    private static final ResourceChoice CLINIC = new ResourceChoice(
            infusion(),
            List.of(chair("chair-1"), chair("chair-2"), chair("chair-3"), nurse("nurse-1", 2), nurse("nurse-2", 2)));

    /** Chair 1 is taken long before the visit: free, but more loaded. */
    private static final Occupancy EARLIER = taken("chair-1", 0, Quarters.starting(START - 9, 4));

    private static Set<String> chosen(Occupancy occupancy, Wishes wishes) {
        return CLINIC.choose(START, occupancy, wishes).orElseThrow().stream()
                .flatMap(phase -> phase.reservations().stream())
                .map(Reservation::resource)
                .collect(Collectors.toSet());
    }

    @Test
    void takesTheLeastLoaded() {
        assertThat(chosen(EARLIER, Wishes.NONE)).containsExactlyInAnyOrder("chair-2", "nurse-1");
    }

    @Test
    void measuresLoadPerLane() {
        // Both have one lane free; six quarters on three lanes are less than three on one.
        Occupancy taken = taken("small", 0, Quarters.starting(START - 9, 3))
                .with(List.of(new ReservedPhase(
                        "X",
                        Quarters.starting(START, 3),
                        true,
                        List.of(new Reservation("wide", 0), new Reservation("wide", 1)))));

        assertThat(chosenNurse(taken, nurse("small", 1), nurse("wide", 3))).isEqualTo(new Reservation("wide", 2));
    }

    @Test
    void measuresLoadOverTheDayAndNotBeyond() {
        Quarters week = Quarters.starting(START - 400, 800);
        Bookable near = new Bookable("near", "NURSE", Set.of("iv"), 1, QuarterSet.of(week, List.of(week)));
        Bookable far = new Bookable("far", "NURSE", Set.of("iv"), 1, QuarterSet.of(week, List.of(week)));
        Occupancy taken =
                Occupancy.of(week, List.of("near/0@" + (START - 30), "far/0@" + (START - 60), "far/0@" + (START + 60)));

        assertThat(chosenNurse(taken, near, far).resource()).isEqualTo("far");
    }

    @Test
    void takesWhoHasTheMostRoomBeforeTheLeastLoaded() {
        Occupancy taken = taken("wide", 0, Quarters.starting(START - 9, 9));

        assertThat(chosenNurse(taken, nurse("small", 1), nurse("wide", 2))).isEqualTo(new Reservation("wide", 0));
    }

    @Test
    void sparesRareSkillsForWhoNeedsThem() {
        Bookable rare = Visits.on(Visits.WINDOW, "rare", "NURSE", 5, "iv", "airway");
        Bookable plain = nurse("plain", 1);

        assertThat(chosenNurse(nothingTaken(), rare, plain).resource()).isEqualTo("plain");
        assertThat(chosenNurse(taken("plain", 0, Quarters.starting(START, 1)), rare, plain)
                        .resource())
                .isEqualTo("rare");
    }

    @Test
    void leavesRoomForAsManyVisitsAsItCan() {
        // Whom each visit spares would serve it alone; together they serve two.
        VisitPattern pattern =
                Visits.visit(Visits.phase("ADMINISTRATION", 1, Visits.NURSE, Visits.need("NURSE", "airway")));
        ResourceChoice choice = new ResourceChoice(
                pattern,
                List.of(
                        Visits.on(Visits.WINDOW, "both", "NURSE", 2, "iv", "airway"),
                        nurse("iv", 1),
                        Visits.on(Visits.WINDOW, "airway", "NURSE", 1, "airway")));

        assertThat(choice.count(START, nothingTaken(), Set.of())).isEqualTo(2);
    }

    private static Reservation chosenNurse(Occupancy taken, Bookable... nurses) {
        VisitPattern pattern = Visits.visit(Visits.phase("ADMINISTRATION", 1, Visits.NURSE));
        return new ResourceChoice(pattern, List.of(nurses))
                .choose(START, taken, Wishes.NONE)
                .orElseThrow()
                .get(0)
                .reservations()
                .get(0);
    }

    @Test
    void takesTheFamiliarBeforeTheLeastLoaded() {
        assertThat(chosen(EARLIER, new Wishes(Set.of(), Set.of("chair-1", "nurse-2"), 0)))
                .containsExactlyInAnyOrder("chair-1", "nurse-2");
    }

    @Test
    void takesTheRequiredBeforeTheFamiliar() {
        assertThat(chosen(EARLIER, new Wishes(Set.of("chair-3"), Set.of("chair-1"), 0)))
                .contains("chair-3");
    }

    @Test
    void refusesWhenTheRequiredIsTaken() {
        Occupancy busy = taken("chair-1", 0, Quarters.starting(START, 1));

        assertThat(CLINIC.choose(START, busy, new Wishes(Set.of("chair-1"), Set.of(), 0)))
                .isEmpty();
    }

    @Test
    void refusesWhenTheRequiredIsOfNoUseOrTooMuch() {
        assertThat(CLINIC.choose(START, nothingTaken(), new Wishes(Set.of("sink"), Set.of(), 0)))
                .isEmpty();
        assertThat(CLINIC.choose(START, nothingTaken(), new Wishes(Set.of("chair-1", "chair-2"), Set.of(), 0)))
                .isEmpty();
    }

    @Test
    void handsOverToMeetTwoRequiredNurses() {
        assertThat(chosen(nothingTaken(), new Wishes(Set.of("nurse-1", "nurse-2"), Set.of(), 0)))
                .contains("nurse-1", "nurse-2");
    }

    @Test
    void startsElsewhereInTheRowWithEachTurn() {
        Set<String> chairs = new HashSet<>();
        for (int turn = 1; turn <= 3; turn++) {
            chairs.addAll(chosen(nothingTaken(), new Wishes(Set.of(), Set.of(), turn)));
        }

        assertThat(chairs).contains("chair-1", "chair-2", "chair-3");
    }

    @Test
    void countsAsManyAsCanBePlacedOneByOne() {
        for (int chairs = 0; chairs <= 4; chairs++) {
            for (int lanes = 1; lanes <= 3; lanes++) {
                int seats = chairs;
                List<Bookable> resources = IntStream.range(0, chairs)
                        .mapToObj(number -> chair("chair-" + number))
                        .collect(Collectors.toList());
                resources.add(nurse("nurse", lanes));
                ResourceChoice choice = new ResourceChoice(infusion(), resources);

                assertThat(choice.count(START, nothingTaken(), Set.of()))
                        .as("%s chairs, a nurse for %s", chairs, lanes)
                        .isEqualTo(Math.min(seats, lanes))
                        .isEqualTo(placed(choice));
            }
        }
    }

    private static int placed(ResourceChoice choice) {
        Set<String> claims = new HashSet<>();
        int placed = 0;
        for (int attempt = 0; attempt < 10; attempt++) {
            var visit = choice.choose(START, Occupancy.of(Visits.WINDOW, claims), Wishes.NONE);
            if (visit.isPresent()) {
                placed++;
                visit.get().stream()
                        .flatMap(ReservedPhase::claims)
                        .forEach(
                                claim -> assertThat(claims.add(claim)).as(claim).isTrue());
            }
        }
        return placed;
    }
}

package io.dendrite.scheduling.calendar.model;

import static io.dendrite.scheduling.calendar.model.Visits.NURSE;
import static io.dendrite.scheduling.calendar.model.Visits.START;
import static io.dendrite.scheduling.calendar.model.Visits.WINDOW;
import static io.dendrite.scheduling.calendar.model.Visits.blocked;
import static io.dendrite.scheduling.calendar.model.Visits.chair;
import static io.dendrite.scheduling.calendar.model.Visits.infusion;
import static io.dendrite.scheduling.calendar.model.Visits.need;
import static io.dendrite.scheduling.calendar.model.Visits.nothingTaken;
import static io.dendrite.scheduling.calendar.model.Visits.nurse;
import static io.dendrite.scheduling.calendar.model.Visits.on;
import static io.dendrite.scheduling.calendar.model.Visits.phase;
import static io.dendrite.scheduling.calendar.model.Visits.taken;
import static io.dendrite.scheduling.calendar.model.Visits.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.calendar.model.RefusalReason.Why;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why a start is refused: in which phase, for want of what, and what is the matter with whom. */
class ExplanationTest {

    private static final Quarters VISIT = infusion().occupied(START);

    private static List<RefusalReason> explain(Occupancy occupancy, Bookable... resources) {
        return explain(infusion(), occupancy, Set.of(), resources);
    }

    private static List<RefusalReason> explain(
            VisitPattern pattern, Occupancy occupancy, Set<String> required, Bookable... resources) {
        return new ResourceChoice(pattern, List.of(resources)).explain(START, occupancy, required);
    }

    private static RefusalReason chairs(String phase, Why why, String... resources) {
        return new RefusalReason(phase, "CHAIR", Set.of(), why, List.of(resources));
    }

    private static RefusalReason nurses(String phase, Why why, String... resources) {
        return new RefusalReason(phase, "NURSE", Set.of("iv"), why, List.of(resources));
    }

    @Test
    void saysNothingOfAFreeStart() {
        assertThat(explain(nothingTaken(), chair("chair-1"), nurse("nurse-1", 1)))
                .isEmpty();
    }

    @Test
    void namesThePhaseInWhichTheChairIsTaken() {
        Occupancy cleaning = taken("chair-1", 0, Quarters.starting(START + 8, 1));

        assertThat(explain(cleaning, chair("chair-1"), nurse("nurse-1", 1)))
                .containsExactly(chairs("TURNOVER", Why.TAKEN, "chair-1"));
    }

    @Test
    void saysOfEachChairWhatIsTheMatter() {
        Bookable early = on(new Quarters(WINDOW.from(), START + 1), "early", "CHAIR", 1);

        assertThat(explain(
                        taken("chair-1", 0, Quarters.starting(START, 1)), chair("chair-1"), early, nurse("nurse-1", 1)))
                .containsExactly(
                        chairs("PREPARATION", Why.TAKEN, "chair-1"),
                        chairs("ADMINISTRATION", Why.OFF_DUTY, "early"),
                        chairs("OBSERVATION", Why.OFF_DUTY, "early"));
    }

    @Test
    void namesOnlyThePhasesInWhichNobodyCanTakeOver() {
        Bookable early = on(new Quarters(WINDOW.from(), START + 4), "early", "NURSE", 1, "iv");

        assertThat(explain(
                        taken("nurse-1", 0, Quarters.starting(START, 5)), chair("chair-1"), early, nurse("nurse-1", 1)))
                .containsExactly(
                        nurses("OBSERVATION", Why.OFF_DUTY, "early"), nurses("OBSERVATION", Why.TAKEN, "nurse-1"));
    }

    @Test
    void tellsAnAbsenceFromAClosedSite() {
        Quarters first = Quarters.starting(START, 1);

        assertThat(explain(blocked(false, "nurse-1", first), chair("chair-1"), nurse("nurse-1", 1)))
                .containsExactly(nurses("PREPARATION", Why.ABSENT, "nurse-1"));
        assertThat(explain(blocked(true, "nurse-1", first), chair("chair-1"), nurse("nurse-1", 1)))
                .containsExactly(
                        chairs("PREPARATION", Why.CLOSED, "chair-1"), nurses("PREPARATION", Why.CLOSED, "nurse-1"));
    }

    @Test
    void tellsAMissingSkillFromAMissingKind() {
        VisitPattern pattern = visit(phase("ADMINISTRATION", 2, NURSE, need("ROOM")));

        assertThat(explain(pattern, nothingTaken(), Set.of(), on(WINDOW, "nurse-1", "NURSE", 1)))
                .containsExactly(
                        nurses("ADMINISTRATION", Why.NO_SUCH_SKILL, "nurse-1"),
                        new RefusalReason("ADMINISTRATION", "ROOM", Set.of(), Why.NO_SUCH_KIND, List.of()));
    }

    @Test
    void saysWhenTwoNeedsCompeteForTheSame() {
        VisitPattern pattern = visit(phase("ADMINISTRATION", 2, NURSE, need("NURSE", "airway")));
        Bookable both = on(WINDOW, "both", "NURSE", 2, "iv", "airway");

        assertThat(explain(pattern, nothingTaken(), Set.of(), both))
                .containsExactly(
                        nurses("ADMINISTRATION", Why.TOO_FEW, "both"),
                        new RefusalReason("ADMINISTRATION", "NURSE", Set.of("airway"), Why.TOO_FEW, List.of("both")));
    }

    @Test
    void saysWhatIsTheMatterWithTheResourceThatIsAskedFor() {
        Occupancy taken = taken("chair-1", 0, Quarters.starting(START, 1));

        assertThat(explain(
                        infusion(), taken, Set.of("chair-1"), chair("chair-1"), chair("chair-2"), nurse("nurse-1", 1)))
                .containsExactly(chairs("PREPARATION", Why.TAKEN, "chair-1"));
        assertThat(explain(
                        infusion(),
                        nothingTaken(),
                        Set.of("sink"),
                        on(VISIT, "sink", "ROOM", 1),
                        chair("chair-2"),
                        nurse("nurse-1", 1)))
                .containsExactly(new RefusalReason(null, "ROOM", Set.of(), Why.NOT_NEEDED, List.of("sink")));
    }
}

package io.dendrite.scheduling.treatment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TreatmentRulesTest {

    private static final Need CHAIR = new Need("CHAIR", Set.of());
    private static final Need PRESCRIBER = new Need("PRESCRIBER", Set.of());

    @Test
    void acceptsPhasesOnTheGridWithTurnoverLast() {
        assertThat(violations(60, null, preparation(15), observation(30), observation(30), turnover(15)))
                .isEmpty();
    }

    @Test
    void refusesAPhaseOffTheGrid() {
        assertThat(violations(0, null, preparation(15), observation(40))).containsOnlyKeys("phases[1].minutes");
        assertThat(violations(0, null, preparation(0), observation(15))).containsOnlyKeys("phases[0].minutes");
    }

    @Test
    void refusesTurnoverBeforeTheEnd() {
        assertThat(violations(0, null, turnover(15), preparation(15))).containsOnlyKeys("phases[0].phase");
    }

    @Test
    void refusesAVisitWithoutThePatientOrLongerThanADay() {
        assertThat(violations(0, null, turnover(15))).containsOnlyKeys("phases");
        assertThat(violations(0, null, preparation(15), observation(1440))).containsOnlyKeys("phases");
    }

    @Test
    void refusesLessObservationThanItsMinimum() {
        Map<String, String> found = violations(120, null, preparation(15), observation(105), turnover(15));

        assertThat(found).containsOnlyKeys("minimumObservationMinutes");
        assertThat(found.get("minimumObservationMinutes")).contains("105 minutes");
    }

    @Test
    void refusesACourseWhoseSpacingContradictsItself() {
        assertThat(violations(0, new Course(6, 5, 2, 3), preparation(15))).containsOnlyKeys("course.maxDaysBetween");
        assertThat(violations(0, new Course(10, 1, 1, 7), preparation(15))).isEmpty();
    }

    @Test
    void countsTheVisitUntilThePatientLeaves() {
        assertThat(treatment(0, null, preparation(15), observation(60), turnover(15))
                        .visitMinutes())
                .isEqualTo(75);
    }

    @Test
    void countsNoObservationBeforeTheLastAdministration() {
        assertThat(violations(60, null, observation(60), administration(15)))
                .containsOnlyKeys("minimumObservationMinutes");
        assertThat(violations(60, null, observation(60), administration(15), observation(60)))
                .isEmpty();
    }

    @Test
    void refusesPeopleInTurnover() {
        for (String kind : List.of("NURSE", "PRESCRIBER")) {
            Phase turnover = new Phase(PhaseKind.TURNOVER, 15, List.of(CHAIR, new Need(kind, Set.of())));

            assertThat(violations(0, null, preparation(15), turnover)).containsOnlyKeys("phases[1].needs[1].kind");
        }
    }

    @Test
    void acceptsAProgrammeWithTwoHoursOfObservationAndAPrescriberUntilThePatientLeaves() {
        assertThat(underProgramme(120, preparation(15), administration(15, PRESCRIBER), observation(120, PRESCRIBER)))
                .isEmpty();
    }

    @Test
    void refusesAProgrammeWithLessThanTwoHoursOfObservation() {
        assertThat(underProgramme(105, administration(15, PRESCRIBER), observation(120, PRESCRIBER)))
                .containsOnlyKeys("minimumObservationMinutes");
        assertThat(underProgramme(120, administration(15, PRESCRIBER), observation(105, PRESCRIBER)))
                .containsOnlyKeys("minimumObservationMinutes");
        assertThat(underProgramme(120, observation(120, PRESCRIBER), administration(15, PRESCRIBER)))
                .containsOnlyKeys("minimumObservationMinutes");
    }

    @Test
    void refusesAProgrammeWithoutAPrescriberOnSite() {
        assertThat(underProgramme(120, preparation(15), administration(15), observation(120, PRESCRIBER)))
                .containsOnlyKeys("phases[1].needs");
        assertThat(underProgramme(120, administration(15, PRESCRIBER), observation(60, PRESCRIBER), observation(60)))
                .containsOnlyKeys("phases[2].needs");
    }

    @Test
    void refusesAProgrammeThatAdministersNothing() {
        assertThat(underProgramme(120, observation(120, PRESCRIBER))).containsOnlyKeys("phases");
    }

    @Test
    void refusesTheNameOfAProgrammeWhereNoneIsRequired() {
        assertThat(TreatmentRules.violations(treatment(false, "rems", 0, null, preparation(15))))
                .containsOnlyKeys("programme");
    }

    private static Map<String, String> underProgramme(int minimumObservation, Phase... phases) {
        return TreatmentRules.violations(treatment(true, null, minimumObservation, null, phases));
    }

    private static Phase administration(int minutes, Need... needs) {
        return new Phase(PhaseKind.ADMINISTRATION, minutes, List.of(needs));
    }

    private static Phase observation(int minutes, Need... needs) {
        return new Phase(PhaseKind.OBSERVATION, minutes, List.of(needs));
    }

    private static Phase preparation(int minutes) {
        return new Phase(PhaseKind.PREPARATION, minutes, List.of());
    }

    private static Phase turnover(int minutes) {
        return new Phase(PhaseKind.TURNOVER, minutes, List.of());
    }

    private static Map<String, String> violations(int minimumObservation, Course course, Phase... phases) {
        return TreatmentRules.violations(treatment(minimumObservation, course, phases));
    }

    private static Treatment treatment(int minimumObservation, Course course, Phase... phases) {
        return treatment(false, null, minimumObservation, course, phases);
    }

    private static Treatment treatment(
            boolean enrolmentRequired, String programme, int minimumObservation, Course course, Phase... phases) {
        return new Treatment(
                "t",
                "T",
                Route.NONE,
                List.of(),
                Arrays.asList(phases),
                course,
                false,
                enrolmentRequired,
                programme,
                minimumObservation,
                new Preparation(0, 0),
                ReminderGroup.A,
                1);
    }
}

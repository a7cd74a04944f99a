package io.dendrite.scheduling.treatment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreatmentRulesTest {

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

    private static Phase preparation(int minutes) {
        return new Phase(PhaseKind.PREPARATION, minutes, List.of());
    }

    private static Phase observation(int minutes) {
        return new Phase(PhaseKind.OBSERVATION, minutes, List.of());
    }

    private static Phase turnover(int minutes) {
        return new Phase(PhaseKind.TURNOVER, minutes, List.of());
    }

    private static Map<String, String> violations(int minimumObservation, Course course, Phase... phases) {
        return TreatmentRules.violations(treatment(minimumObservation, course, phases));
    }

    private static Treatment treatment(int minimumObservation, Course course, Phase... phases) {
        return new Treatment(
                "t",
                "T",
                Route.NONE,
                List.of(),
                Arrays.asList(phases),
                course,
                false,
                false,
                minimumObservation,
                new Preparation(0, 0),
                1);
    }
}

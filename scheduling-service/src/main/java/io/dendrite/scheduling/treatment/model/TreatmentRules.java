package io.dendrite.scheduling.treatment.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a treatment must be like to be stored. */
public final class TreatmentRules {

    private static final int GRID_MINUTES = 15;
    private static final int DAY_MINUTES = 24 * 60;

    private TreatmentRules() {}

    /** What is wrong with this treatment, by the path of the field; empty when all is well. */
    public static Map<String, String> violations(Treatment treatment) {
        Map<String, String> found = new LinkedHashMap<>();
        phases(treatment.phases(), found);
        int visit = treatment.visitMinutes();
        if (visit == 0) {
            found.put("phases", "must have at least one phase with the patient present");
        } else if (visit > DAY_MINUTES) {
            found.put("phases", "must not be longer than 24 hours together");
        }
        int observation = treatment.phases().stream()
                .filter(phase -> phase.phase() == PhaseKind.OBSERVATION)
                .mapToInt(Phase::minutes)
                .sum();
        if (treatment.minimumObservationMinutes() > observation) {
            found.put(
                    "minimumObservationMinutes",
                    "must not be more than the observation phases together, which are " + observation + " minutes");
        }
        Course course = treatment.course();
        if (course != null && course.minDaysBetween() > course.maxDaysBetween()) {
            found.put("course.maxDaysBetween", "must not be less than minDaysBetween");
        }
        return found;
    }

    private static void phases(List<Phase> phases, Map<String, String> found) {
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            if (phase.minutes() <= 0 || phase.minutes() % GRID_MINUTES != 0) {
                found.put("phases[" + i + "].minutes", "must lie on the 15-minute grid: 15, 30, 45 and so on");
            }
            if (phase.phase() == PhaseKind.TURNOVER && i < phases.size() - 1) {
                found.put("phases[" + i + "].phase", "TURNOVER must be the last phase, since the patient has left");
            }
        }
    }
}

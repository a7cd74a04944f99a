package io.dendrite.scheduling.treatment.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a treatment must be like to be stored. */
public final class TreatmentRules {

    private static final int GRID_MINUTES = 15;
    private static final int DAY_MINUTES = 24 * 60;

    /** REMS of esketamine: two hours at least under observation, whatever a clinic configures. */
    private static final int PROGRAMME_OBSERVATION_MINUTES = 120;

    private static final String PRESCRIBER = "PRESCRIBER";
    private static final Set<String> PEOPLE = Set.of("NURSE", PRESCRIBER);

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
        observation(treatment, found);
        if (treatment.enrolmentRequired()) {
            programme(treatment, found);
        } else if (treatment.programme() != null) {
            found.put("programme", "must be left out where enrolmentRequired is false");
        }
        Course course = treatment.course();
        if (course != null && course.minDaysBetween() > course.maxDaysBetween()) {
            found.put("course.maxDaysBetween", "must not be less than minDaysBetween");
        }
        return found;
    }

    private static void observation(Treatment treatment, Map<String, String> found) {
        int observation = observationMinutes(treatment.phases());
        if (treatment.minimumObservationMinutes() > observation) {
            found.put(
                    "minimumObservationMinutes",
                    "must not be more than the observation phases together, which are " + observation
                            + " minutes after the last administration");
        }
    }

    /** What is observed before the last administration does not count. */
    private static int observationMinutes(List<Phase> phases) {
        int minutes = 0;
        for (Phase phase : phases) {
            switch (phase.phase()) {
                case ADMINISTRATION -> minutes = 0;
                case OBSERVATION -> minutes += phase.minutes();
                case PREPARATION, TURNOVER -> {}
            }
        }
        return minutes;
    }

    /** What holds of every treatment under a programme, so that no edit of its phases undoes it. */
    private static void programme(Treatment treatment, Map<String, String> found) {
        if (treatment.minimumObservationMinutes() < PROGRAMME_OBSERVATION_MINUTES) {
            found.put(
                    "minimumObservationMinutes",
                    "must be at least " + PROGRAMME_OBSERVATION_MINUTES + " where enrolment is required");
        }
        boolean administered = false;
        for (int i = 0; i < treatment.phases().size(); i++) {
            Phase phase = treatment.phases().get(i);
            administered |= phase.phase() == PhaseKind.ADMINISTRATION;
            if (administered && phase.phase() != PhaseKind.TURNOVER && !needs(phase, PRESCRIBER)) {
                found.put(
                        "phases[" + i + "].needs",
                        "must have a PRESCRIBER from the administration until the patient leaves, where enrolment is"
                                + " required");
            }
        }
        if (!administered) {
            found.putIfAbsent("phases", "must have an ADMINISTRATION where enrolment is required");
        }
    }

    private static boolean needs(Phase phase, String kind) {
        return phase.needs().stream().anyMatch(need -> need.kind().equals(kind));
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
            if (phase.phase() == PhaseKind.TURNOVER) {
                turnover(phase, "phases[" + i + "]", found);
            }
        }
    }

    private static void turnover(Phase turnover, String path, Map<String, String> found) {
        for (int i = 0; i < turnover.needs().size(); i++) {
            if (PEOPLE.contains(turnover.needs().get(i).kind())) {
                found.put(path + ".needs[" + i + "].kind", "must not be NURSE or PRESCRIBER in TURNOVER");
            }
        }
    }
}

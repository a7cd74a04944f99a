package io.dendrite.scheduling.treatment.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done in a visit and how long each part takes. A clinic's data, not medical advice: the defaults that ship are
 * to be approved by a clinician.
 *
 * @param id chosen by the clinic, such as {@code iv-mood-2}
 * @param name what the staff calls it; it never reaches a message
 * @param route how it is given
 * @param indications what it is for, in the clinic's own words
 * @param phases the parts of a visit in order; turnover, if any, is the last
 * @param course the protocol of a course; null for single visits
 * @param escortRequired whether someone must take the patient home
 * @param enrolmentRequired whether the patient must be enrolled in a programme before the first visit
 * @param programme the id of that programme; null for one of its own, which has the treatment's id
 * @param minimumObservationMinutes what the observation phases must add up to at least
 * @param preparation fasting before the visit
 * @param reminderGroup which reminders its visits get
 * @param version rises by one with each change, from 1
 */
public record Treatment(
        String id,
        String name,
        Route route,
        List<String> indications,
        List<Phase> phases,
        @Nullable Course course,
        boolean escortRequired,
        boolean enrolmentRequired,
        @Nullable String programme,
        int minimumObservationMinutes,
        Preparation preparation,
        ReminderGroup reminderGroup,
        long version) {

    public Treatment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(route, "route");
        indications = List.copyOf(indications);
        phases = List.copyOf(phases);
        Objects.requireNonNull(preparation, "preparation");
        Objects.requireNonNull(reminderGroup, "reminderGroup");
    }

    /** A treatment without a programme, or with one that has its id. */
    public Treatment(
            String id,
            String name,
            Route route,
            List<String> indications,
            List<Phase> phases,
            @Nullable Course course,
            boolean escortRequired,
            boolean enrolmentRequired,
            int minimumObservationMinutes,
            Preparation preparation,
            long version) {
        this(
                id,
                name,
                route,
                indications,
                phases,
                course,
                escortRequired,
                enrolmentRequired,
                null,
                minimumObservationMinutes,
                preparation,
                ReminderGroup.A,
                version);
    }

    /** The programme that the site must be certified for and the patient enrolled in; empty where none is required. */
    public Optional<String> requiredProgramme() {
        return enrolmentRequired ? Optional.of(programme == null ? id : programme) : Optional.empty();
    }

    /** Minutes from the start until the patient leaves: all phases but turnover. */
    public int visitMinutes() {
        return phases.stream()
                .filter(phase -> phase.phase() != PhaseKind.TURNOVER)
                .mapToInt(Phase::minutes)
                .sum();
    }

    /** The same treatment in another version. */
    public Treatment atVersion(long other) {
        return new Treatment(
                id,
                name,
                route,
                indications,
                phases,
                course,
                escortRequired,
                enrolmentRequired,
                programme,
                minimumObservationMinutes,
                preparation,
                reminderGroup,
                other);
    }
}

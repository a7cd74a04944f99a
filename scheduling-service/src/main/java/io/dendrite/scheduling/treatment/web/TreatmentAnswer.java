package io.dendrite.scheduling.treatment.web;

import io.dendrite.scheduling.treatment.model.Course;
import io.dendrite.scheduling.treatment.model.ReminderGroup;
import io.dendrite.scheduling.treatment.model.Route;
import io.dendrite.scheduling.treatment.model.Treatment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A treatment as answers carry it. */
@Schema(name = "Treatment")
record TreatmentAnswer(
        @Schema(example = "consultation") String id,
        String name,
        Route route,

        @Schema(description = "For clinicians and managers only") @Nullable
        List<String> indications,

        List<PhaseBody> phases,
        @Nullable CourseBody course,
        boolean escortRequired,
        boolean enrolmentRequired,

        @Schema(example = "esketamine", description = "Only where enrolment is required") @Nullable
        String programme,

        int minimumObservationMinutes,
        PreparationBody preparation,
        ReminderGroup reminderGroup,
        @Schema(example = "1") long version) {

    /**
     * A treatment as a caller may see it.
     *
     * @param clinical whether the caller may see what it is for
     */
    static TreatmentAnswer of(Treatment treatment, boolean clinical) {
        Course course = treatment.course();
        return new TreatmentAnswer(
                treatment.id(),
                treatment.name(),
                treatment.route(),
                clinical ? treatment.indications() : null,
                treatment.phases().stream().map(PhaseBody::of).toList(),
                course == null ? null : CourseBody.of(course),
                treatment.escortRequired(),
                treatment.enrolmentRequired(),
                treatment.requiredProgramme().orElse(null),
                treatment.minimumObservationMinutes(),
                PreparationBody.of(treatment.preparation()),
                treatment.reminderGroup(),
                treatment.version());
    }
}

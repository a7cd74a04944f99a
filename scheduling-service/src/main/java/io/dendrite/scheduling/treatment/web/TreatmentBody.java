package io.dendrite.scheduling.treatment.web;

import io.dendrite.scheduling.http.Ids;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.treatment.model.ReminderGroup;
import io.dendrite.scheduling.treatment.model.Route;
import io.dendrite.scheduling.treatment.model.Treatment;
import io.dendrite.scheduling.treatment.model.TreatmentRules;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A treatment as a client sends it. What guards patients has no default: each flag must be given. */
@Schema(name = "TreatmentRequest")
record TreatmentBody(
        @NotNull @OneLine(max = 200) String name,
        @NotNull Route route,
        @NotNull @Size(max = 20) List<@NotNull @OneLine(max = 200) String> indications,

        @Schema(description = "In order; TURNOVER, if any, is the last") @NotNull @Size(min = 1, max = 20)
        List<@NotNull @Valid PhaseBody> phases,

        @Schema(description = "Left out for single visits") @Nullable @Valid
        CourseBody course,

        @NotNull Boolean escortRequired,
        @NotNull Boolean enrolmentRequired,

        @Schema(
                example = "esketamine",
                description = "The programme that sites are certified for and patients enrolled in, where enrolment is"
                        + " required; left out for one of the treatment's own, which has its id")
        @Nullable
        String programme,

        @Schema(example = "60") @NotNull @Min(0) @Max(1440) Integer minimumObservationMinutes,
        @NotNull @Valid PreparationBody preparation,

        @Schema(description = "Which reminders its visits get: A if it is left out; sites say when they remind whom")
        @Nullable
        ReminderGroup reminderGroup) {

    /** The treatment, if its parts fit together. */
    Treatment checked(String id, long version) {
        Treatment treatment = new Treatment(
                id,
                name,
                route,
                indications,
                phases.stream().map(PhaseBody::phaseModel).toList(),
                course == null ? null : course.courseModel(),
                escortRequired,
                enrolmentRequired,
                programme == null ? null : Ids.requireValid("programme", programme),
                minimumObservationMinutes,
                preparation.preparationModel(),
                reminderGroup == null ? ReminderGroup.A : reminderGroup,
                version);
        List<FieldError> errors = TreatmentRules.violations(treatment).entrySet().stream()
                .map(found -> new FieldError(found.getKey(), found.getValue()))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return treatment;
    }
}

package io.dendrite.scheduling.treatment.web;

import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.treatment.model.Need;
import io.dendrite.scheduling.treatment.model.Phase;
import io.dendrite.scheduling.treatment.model.PhaseKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A phase as JSON. */
@Schema(name = "Phase")
record PhaseBody(
        @Schema(example = "ADMINISTRATION") @NotNull PhaseKind phase,

        @Schema(description = "On the 15-minute grid", example = "45") @NotNull @Min(15) @Max(1440)
        Integer minutes,

        @NotNull @Size(max = 10) List<@NotNull @Valid NeedBody> needs) {

    /** A need as JSON. */
    @Schema(name = "Need")
    record NeedBody(
            @Schema(example = "NURSE") @NotNull ResourceKind kind,

            @Schema(example = "[\"iv\"]") @Nullable @Size(max = 20)
            Set<@NotNull @OneLine(max = 64) String> skills) {}

    Phase phaseModel() {
        return new Phase(
                phase,
                minutes,
                needs.stream()
                        .map(need -> new Need(need.kind.name(), need.skills == null ? Set.of() : need.skills))
                        .toList());
    }

    static PhaseBody of(Phase phase) {
        return new PhaseBody(
                phase.phase(),
                phase.minutes(),
                phase.needs().stream()
                        .map(need -> new NeedBody(ResourceKind.valueOf(need.kind()), need.skills()))
                        .toList());
    }
}

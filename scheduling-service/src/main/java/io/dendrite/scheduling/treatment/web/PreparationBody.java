package io.dendrite.scheduling.treatment.web;

import io.dendrite.scheduling.treatment.model.Preparation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Fasting before a visit as JSON. */
@Schema(name = "Preparation")
record PreparationBody(
        @Schema(example = "6") @NotNull @Min(0) @Max(72) Integer solidsHours,
        @Schema(example = "2") @NotNull @Min(0) @Max(72) Integer liquidsHours) {

    Preparation preparationModel() {
        return new Preparation(solidsHours, liquidsHours);
    }

    static PreparationBody of(Preparation preparation) {
        return new PreparationBody(preparation.solidsHours(), preparation.liquidsHours());
    }
}

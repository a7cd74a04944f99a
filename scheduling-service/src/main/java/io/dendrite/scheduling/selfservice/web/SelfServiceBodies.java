package io.dendrite.scheduling.selfservice.web;

import io.dendrite.scheduling.calendar.model.PatientReply;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.patient.model.ContactWishes;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the program that serves patients' pages sends. */
final class SelfServiceBodies {

    private SelfServiceBodies() {}

    /** Who asks. */
    @Schema(name = "SelfServiceAsker")
    record Asker(
            @NotNull @OneLine(max = 64) String patientId,
            @Schema(example = "1985-04-12") @NotNull LocalDate birthDate) {}

    /** Who cancels which revision. */
    @Schema(name = "SelfServiceCancellation")
    record Cancellation(
            @NotNull @OneLine(max = 64) String patientId,
            @NotNull LocalDate birthDate,

            @Schema(description = "The revision that the patient was told of") @NotNull @Min(0)
            Integer sequence) {}

    /** What a patient lets the clinic know. */
    @Schema(name = "SelfServiceReply")
    record Reply(
            @NotNull @OneLine(max = 64) String patientId,

            @Schema(description = "Not needed via CALENDAR, where the sender's address stands for it") @Nullable
            LocalDate birthDate,

            @NotNull @Min(0) Integer sequence,
            @NotNull PatientReply.Via via,
            @NotNull PatientReply.Answer answer,
            PatientReply.@Nullable PartOfDay partOfDay) {}

    /** How a patient wants to be told. */
    @Schema(name = "SelfServicePreferences")
    record Preferences(
            @NotNull LocalDate birthDate,
            @NotNull @OneLine(max = 35) String language,
            @NotNull ContactWishes.Channel channel,
            @NotNull ContactWishes.Reminders reminders) {}
}

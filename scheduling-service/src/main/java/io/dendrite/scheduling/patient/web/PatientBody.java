package io.dendrite.scheduling.patient.web;

import io.dendrite.scheduling.http.Ids;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.patient.model.ContactWishes;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.patient.model.PatientRules;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A patient as a client sends it. */
@Schema(name = "PatientRequest")
record PatientBody(
        @Schema(example = "Maria", description = "The only part of the name that messages show")
        @NotNull
        @OneLine(max = 200)
        String givenName,

        @Schema(example = "Sousa") @NotNull @OneLine(max = 200)
        String familyName,

        @Schema(example = "1985-04-12") @NotNull LocalDate birthDate,

        @Schema(example = "maria.sousa@example.org") @Nullable @OneLine(max = 254)
        String email,

        @Schema(example = "+1 503 555 0177") @Nullable @OneLine(max = 40)
        String phone,

        @Schema(example = "en", description = "BCP 47 tag") @NotNull @OneLine(max = 35)
        String language,

        @Schema(description = "Without it no e-mail is sent", example = "true") @NotNull
        Boolean emailConsent,

        @Schema(
                example = "[\"riverside\"]",
                description = "The sites that may see the patient; those of your token if it is left out")
        @Nullable
        @Size(min = 1, max = 100, message = "must have 1 to 100")
        List<@NotNull @OneLine(max = 64) String> siteIds,

        @Schema(
                example = "[\"esketamine\"]",
                description = "The programmes that the patient is enrolled in; unchanged if it is left out")
        @Nullable
        @Size(max = 20)
        List<@NotNull String> enrolments,

        @Schema(description = "How the patient wants to be told; unchanged if it is left out") @Nullable @Valid
        WishesBody contactPreferences) {

    /**
     * The patient in the first version, if the rules find nothing wrong.
     *
     * @param enrolledBefore what the patient was enrolled in until now
     * @param wishedBefore how the patient wanted to be told until now
     */
    Patient checked(
            String id, List<String> knownAt, Set<String> enrolledBefore, ContactWishes wishedBefore, LocalDate today) {
        Patient patient = new Patient(
                id,
                givenName,
                familyName,
                birthDate,
                email,
                phone,
                language,
                emailConsent,
                knownAt,
                enrolments == null ? enrolledBefore : Ids.requireValidEach("enrolments", enrolments),
                1,
                1,
                contactPreferences == null ? wishedBefore : contactPreferences.wishes(),
                1);
        List<FieldError> errors = PatientRules.violations(patient, today).entrySet().stream()
                .map(found -> new FieldError(found.getKey(), found.getValue()))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return patient;
    }
}

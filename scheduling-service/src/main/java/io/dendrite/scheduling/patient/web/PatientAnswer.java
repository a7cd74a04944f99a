package io.dendrite.scheduling.patient.web;

import io.dendrite.scheduling.patient.model.Patient;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A patient as answers carry it. */
@Schema(name = "Patient")
record PatientAnswer(
        @Schema(example = "5f0c6d1e-7f3b-4a53-9d39-1f4f2f6f9d10")
        String id,

        @Schema(example = "Maria") String givenName,
        @Schema(example = "Sousa") String familyName,
        @Schema(example = "1985-04-12") LocalDate birthDate,

        @Schema(example = "maria.sousa@example.org") @Nullable
        String email,

        @Schema(example = "+1 503 555 0177") @Nullable String phone,
        @Schema(example = "en") String language,
        @Schema(example = "true") boolean emailConsent,
        @Schema(example = "[\"riverside\"]") List<String> siteIds,
        @Schema(example = "[\"esketamine\"]") Set<String> enrolments,
        WishesBody contactPreferences,

        @Schema(description = "false once a mail server has said that the address takes no mail")
        boolean reachable,

        @Schema(example = "1") long version) {

    static PatientAnswer of(Patient patient, boolean reachable) {
        return new PatientAnswer(
                patient.id(),
                patient.givenName(),
                patient.familyName(),
                patient.birthDate(),
                patient.email(),
                patient.phone(),
                patient.language(),
                patient.emailConsent(),
                patient.siteIds(),
                patient.enrolments(),
                WishesBody.of(patient.wishes()),
                reachable,
                patient.version());
    }
}

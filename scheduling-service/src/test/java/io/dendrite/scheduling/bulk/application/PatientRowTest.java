package io.dendrite.scheduling.bulk.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.bulk.model.ImportRow;
import io.dendrite.scheduling.bulk.model.RowError;
import io.dendrite.scheduling.patient.model.Patient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatientRowTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final List<RowError> errors = new ArrayList<>();

    @Test
    void makesAPatientKnownAtTheSite() {
        Patient patient = patient("riverside", Map.of()).orElseThrow();

        assertThat(patient.siteIds()).containsExactly("riverside");
        assertThat(patient.email()).isNull();
        assertThat(patient.id()).isEqualTo("p1");
    }

    @Test
    void namesEveryWrongFieldAndItsLineButNoValue() {
        assertThat(patient(
                        "riverside", Map.of("givenName", "Sec\0ret", "birthDate", "Secret", "emailConsent", "Secret")))
                .isEmpty();

        assertThat(errors).extracting(RowError::field).containsExactly("givenName", "birthDate", "emailConsent");
        assertThat(errors).allMatch(error -> error.line() == 7);
        assertThat(errors.toString()).doesNotContain("Sec");
    }

    @Test
    void holdsTheRulesOfSingleRegistration() {
        assertThat(patient("riverside", Map.of("birthDate", "2026-11-23", "email", "no address")))
                .isEmpty();

        assertThat(errors).extracting(RowError::field).containsExactly("birthDate", "email");
    }

    @Test
    void refusesOverlongValues() {
        assertThat(patient("riverside", Map.of("familyName", "a".repeat(201), "phone", "1".repeat(41))))
                .isEmpty();

        assertThat(errors).extracting(RowError::field).containsExactly("familyName", "phone");
    }

    private Optional<Patient> patient(String site, Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(Map.of(
                "externalId", "4711",
                "givenName", "Maria",
                "familyName", "Sousa",
                "birthDate", "1985-04-12",
                "language", "en",
                "emailConsent", "true"));
        values.putAll(changed);
        return PatientRow.patient(new ImportRow(7, values), "p1", site, TODAY, errors::add);
    }
}

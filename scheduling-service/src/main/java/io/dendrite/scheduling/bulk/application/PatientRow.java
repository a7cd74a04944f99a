package io.dendrite.scheduling.bulk.application;

import io.dendrite.scheduling.bulk.model.ImportRow;
import io.dendrite.scheduling.bulk.model.RowError;
import io.dendrite.scheduling.http.OneLineValidator;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.patient.model.PatientRules;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a patient of a row, by the rules that hold for one who is registered singly. */
public final class PatientRow {

    private PatientRow() {}

    /**
     * The patient, known at the site alone, in the first version; empty when something is wrong.
     *
     * @param id the patient's
     * @param today the date in UTC
     * @param errors takes everything that is wrong; no message quotes a value
     */
    public static Optional<Patient> patient(
            ImportRow row, String id, String siteId, LocalDate today, Consumer<RowError> errors) {
        List<RowError> found = new ArrayList<>();
        required(row, "externalId", 200, found);
        required(row, "givenName", 200, found);
        required(row, "familyName", 200, found);
        required(row, "language", 35, found);
        optional(row, "email", 254, found);
        optional(row, "phone", 40, found);
        LocalDate born = birthDate(row, found);
        String consent = row.value("emailConsent");
        if (!consent.equals("true") && !consent.equals("false")) {
            found.add(new RowError(row.line(), "emailConsent", "must be true or false"));
        }
        if (born != null && found.isEmpty()) {
            Patient patient = new Patient(
                    id,
                    row.value("givenName"),
                    row.value("familyName"),
                    born,
                    orNull(row.value("email")),
                    orNull(row.value("phone")),
                    row.value("language"),
                    consent.equals("true"),
                    List.of(siteId),
                    1,
                    1);
            PatientRules.violations(patient, today)
                    .forEach((field, message) -> found.add(new RowError(row.line(), field, message)));
            if (found.isEmpty()) {
                return Optional.of(patient);
            }
        }
        found.forEach(errors);
        return Optional.empty();
    }

    private static void required(ImportRow row, String field, int max, List<RowError> found) {
        if (!OneLineValidator.allows(row.value(field), max)) {
            found.add(new RowError(
                    row.line(), field, "must be 1 to " + max + " characters in one line, without control characters"));
        }
    }

    private static void optional(ImportRow row, String field, int max, List<RowError> found) {
        if (!row.value(field).isEmpty()) {
            required(row, field, max, found);
        }
    }

    private static @Nullable LocalDate birthDate(ImportRow row, List<RowError> found) {
        try {
            return LocalDate.parse(row.value("birthDate"));
        } catch (DateTimeParseException e) {
            found.add(new RowError(row.line(), "birthDate", "must be a date such as 1985-04-12"));
            return null;
        }
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}

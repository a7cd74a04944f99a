package io.dendrite.scheduling.bulk.application;

import io.dendrite.scheduling.bulk.model.ImportKind;
import io.dendrite.scheduling.bulk.model.ImportOrder;
import io.dendrite.scheduling.bulk.model.ImportRow;
import io.dendrite.scheduling.bulk.model.RowError;
import io.dendrite.scheduling.bulk.model.RowOutcome;
import io.dendrite.scheduling.bulk.model.RowResult;
import io.dendrite.scheduling.patient.application.ChangePatient;
import io.dendrite.scheduling.patient.application.PatientRegister;
import io.dendrite.scheduling.patient.model.Patient;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Registers patients, or changes those who are registered. Who was erased stays erased. */
@Component
class PatientTaker implements RowTaker {

    private final PatientRegister register;
    private final ChangePatient changePatient;
    private final ImportedIds ids;
    private final OnRecord onRecord;
    private final Clock clock;

    PatientTaker(
            @Qualifier(PatientRegister.STORED) PatientRegister register,
            ChangePatient changePatient,
            ImportedIds ids,
            OnRecord onRecord,
            Clock clock) {
        this.register = register;
        this.changePatient = changePatient;
        this.ids = ids;
        this.onRecord = onRecord;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PATIENTS;
    }

    @Override
    public List<RowResult> take(List<ImportRow> rows, ImportOrder order) {
        List<String> wanted = rows.stream()
                .map(row -> ids.of(order.siteId(), ImportKind.PATIENTS, row.value("externalId")))
                .toList();
        Map<String, Patient> known =
                register.all(wanted).stream().collect(Collectors.toMap(Patient::id, Function.identity()));
        Set<String> erased = register.erasedOf(wanted);
        List<RowResult> results = new ArrayList<>();
        for (int number = 0; number < rows.size(); number++) {
            ImportRow row = rows.get(number);
            String id = wanted.get(number);
            results.add(take(row, id, Optional.ofNullable(known.get(id)), erased.contains(id), order));
        }
        return results;
    }

    private RowResult take(ImportRow row, String id, Optional<Patient> known, boolean erased, ImportOrder order) {
        List<RowError> errors = new ArrayList<>();
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Patient patient =
                PatientRow.patient(row, id, order.siteId(), today, errors::add).orElse(null);
        if (patient == null) {
            return RowResult.refused(errors);
        }
        if (erased) {
            return RowResult.refused(row, "externalId", "must not be of a patient who was erased");
        }
        if (known.isPresent()) {
            return again(row, known.get(), patient, order);
        }
        if (order.dryRun()) {
            return RowResult.of(RowOutcome.CREATED);
        }
        boolean added = onRecord.of(order, () -> register.add(patient));
        // A row that stands twice in the file, or in another that is imported at this moment.
        return added
                ? RowResult.of(RowOutcome.CREATED)
                : register.patient(id)
                        .map(stored -> again(row, stored, patient, order))
                        .orElseGet(
                                () -> RowResult.refused(row, "externalId", "must not be of a patient who was erased"));
    }

    /** What the file does not say stays as it is. */
    private RowResult again(ImportRow row, Patient stored, Patient read, ImportOrder order) {
        Patient wanted = new Patient(
                stored.id(),
                read.givenName(),
                read.familyName(),
                read.birthDate(),
                read.email(),
                read.phone(),
                read.language(),
                read.emailConsent(),
                stored.siteIds(),
                stored.enrolments(),
                stored.version(),
                stored.contactVersion());
        if (wanted.equals(stored)) {
            return RowResult.of(RowOutcome.UNCHANGED);
        }
        if (!order.update()) {
            return RowResult.refused(
                    row, "externalId", "must agree with what is stored, or be imported with update=true");
        }
        if (!order.dryRun()) {
            onRecord.of(order, () -> changePatient.change(stored, wanted));
        }
        return RowResult.of(RowOutcome.UPDATED);
    }
}

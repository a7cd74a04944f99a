package io.dendrite.scheduling.bulk.application;

import io.dendrite.scheduling.bulk.model.ImportKind;
import io.dendrite.scheduling.bulk.model.ImportOrder;
import io.dendrite.scheduling.bulk.model.ImportRow;
import io.dendrite.scheduling.bulk.model.RowError;
import io.dendrite.scheduling.bulk.model.RowOutcome;
import io.dendrite.scheduling.bulk.model.RowResult;
import io.dendrite.scheduling.calendar.application.BookVisits;
import io.dendrite.scheduling.calendar.application.Calendar;
import io.dendrite.scheduling.calendar.application.RequestedVisit;
import io.dendrite.scheduling.patient.application.PatientRegister;
import io.dendrite.scheduling.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Books visits that another system has: each row is a booking of one visit, under the same rules and the same lock as any.
 * What is booked already is left as it is, whatever became of it.
 */
@Component
class AppointmentTaker implements RowTaker {

    private final BookVisits bookVisits;
    private final Calendar calendar;
    private final PatientRegister patients;
    private final ImportedIds ids;
    private final OnRecord onRecord;

    AppointmentTaker(
            BookVisits bookVisits,
            @Qualifier(Calendar.STORED) Calendar calendar,
            @Qualifier(PatientRegister.STORED) PatientRegister patients,
            ImportedIds ids,
            OnRecord onRecord) {
        this.bookVisits = bookVisits;
        this.calendar = calendar;
        this.patients = patients;
        this.ids = ids;
        this.onRecord = onRecord;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.APPOINTMENTS;
    }

    @Override
    public List<RowResult> take(List<ImportRow> rows, ImportOrder order) {
        return rows.stream().map(row -> take(row, order)).toList();
    }

    private RowResult take(ImportRow row, ImportOrder order) {
        if (row.value("externalId").isEmpty()) {
            return RowResult.refused(row, "externalId", "must say how the other system calls it");
        }
        String id = ids.of(order.siteId(), ImportKind.APPOINTMENTS, row.value("externalId"));
        if (calendar.booking(id).isPresent()) {
            return RowResult.of(RowOutcome.UNCHANGED);
        }
        String patientId = ids.of(order.siteId(), ImportKind.PATIENTS, row.value("patientExternalId"));
        if (patients.patient(patientId).isEmpty()) {
            return RowResult.refused(row, "patientExternalId", "must be of a patient who was imported to this site");
        }
        List<String> resources = Arrays.stream(row.value("resources").split("\\s+"))
                .filter(resource -> !resource.isEmpty())
                .toList();
        BookVisits.Request request = new BookVisits.Request(
                patientId,
                order.siteId(),
                row.value("treatmentId"),
                List.of(new RequestedVisit(row.value("start"), resources)));
        try {
            if (order.dryRun()) {
                bookVisits.check(id, request);
            } else {
                onRecord.of(order, () -> bookVisits.book(id, request, order.tell()));
            }
            return RowResult.of(RowOutcome.CREATED);
        } catch (ProblemException e) {
            return RowResult.refused(
                    e.errors().isEmpty()
                            ? List.of(new RowError(row.line(), "row", e.detail()))
                            : e.errors().stream()
                                    .map(error -> new RowError(
                                            row.line(),
                                            column(error.field()),
                                            e.type().title() + ": " + error.message()))
                                    .toList());
        }
    }

    /** A request calls it {@code appointments[0].start}, a file {@code start}. */
    private static String column(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}

package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.BookingFile;
import io.dendrite.scheduling.calendar.application.Calendar;
import io.dendrite.scheduling.patient.application.Patients;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A patient's right to a copy (45 CFR 164.524): everything that is kept about them here, in one document. */
@Tag(name = "Patients")
@RestController
class ExportController {

    private final Patients patients;
    private final Calendar calendar;
    private final BookingFile file;
    private final Clock clock;

    ExportController(Patients patients, Calendar calendar, BookingFile file, Clock clock) {
        this.patients = patients;
        this.calendar = calendar;
        this.file = file;
        this.clock = clock;
    }

    /** Everything about a patient. */
    @Schema(name = "PatientExport")
    record ExportAnswer(
            Instant exportedAt,

            @Schema(description = "As GET /patients/{id} answers it")
            Person patient,

            @Schema(description = "Of the sites that your token covers, however old")
            List<BookingAnswer> bookings) {}

    /** Who it is about. */
    @Schema(name = "ExportedPatient")
    record Person(
            String id,
            String givenName,
            String familyName,
            String birthDate,
            @Nullable String email,
            @Nullable String phone,
            String language,
            boolean emailConsent,
            List<String> siteIds,
            Set<String> enrolments) {

        static Person of(Patient patient) {
            return new Person(
                    patient.id(),
                    patient.givenName(),
                    patient.familyName(),
                    patient.birthDate().toString(),
                    patient.email(),
                    patient.phone(),
                    patient.language(),
                    patient.emailConsent(),
                    patient.siteIds(),
                    patient.enrolments());
        }
    }

    @Operation(
            summary = "Everything that is kept about a patient, for the patient",
            description = "The notices that were sent are in GET /notices?patientId=.")
    @GetMapping("/api/v1/patients/{id}/export")
    ResponseEntity<ExportAnswer> export(@PathVariable String id) {
        Patient patient = patients.patient(id).orElseThrow(() -> ProblemException.notFound("patient", id));
        List<BookingAnswer> bookings = calendar.bookingsOf(id).stream()
                .map(booking -> BookingAnswer.of(booking, file.siteOf(booking), List.of(), null))
                .toList();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("patient-" + id + ".json")
                                .build()
                                .toString())
                .body(new ExportAnswer(clock.instant(), Person.of(patient), bookings));
    }
}

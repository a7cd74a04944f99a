package io.dendrite.scheduling.calendar.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dendrite.scheduling.calendar.application.DaySheet;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.treatment.model.Treatment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the day sheet: the appointment, and what the front desk says aloud about it. */
@Schema(name = "DaySheetLine")
record SheetLine(
        @JsonUnwrapped DaySheetLine appointment,

        @Schema(description = "Absent for those who may not see it, and once the patient is erased") @Nullable
        Person patient,

        @Nullable String treatmentName,

        @Schema(description = "Which of the booking's sessions it is; absent of a single visit") @Nullable
        Integer session,

        @Nullable Integer sessions,

        @Schema(description = "true if somebody must take the patient home") @Nullable
        Boolean escortRequired,

        @Schema(description = "Hours without solid food before the visit") @Nullable
        Integer solidsHours,

        @Schema(description = "Hours without drinking before the visit") @Nullable
        Integer liquidsHours) {

    /** Whom to call out, and how to be sure who it is. */
    @Schema(name = "PatientOnDaySheet")
    record Person(
            String givenName,
            String familyName,
            LocalDate birthDate,
            @Nullable String phone,
            String language,

            @Schema(description = "true if no message reaches the patient: the front desk has to call") @Nullable
            Boolean cannotBeReached) {

        static Person of(Patient patient, boolean unreachable) {
            return new Person(
                    patient.givenName(),
                    patient.familyName(),
                    patient.birthDate(),
                    patient.phone(),
                    patient.language(),
                    unreachable ? true : null);
        }
    }

    static SheetLine of(
            DaySheet.Line line,
            @Nullable Patient patient,
            boolean unreachable,
            @Nullable Treatment treatment,
            Site site,
            Instant now) {
        Booking booking = line.booking();
        List<String> sessions =
                booking.liveSessions().stream().map(Appointment::id).toList();
        int session = sessions.indexOf(line.appointment().id());
        boolean ofSeveral = sessions.size() > 1 && session >= 0;
        return new SheetLine(
                DaySheetLine.of(booking, line.appointment(), site, now),
                patient == null ? null : Person.of(patient, unreachable),
                treatment == null ? null : treatment.name(),
                ofSeveral ? session + 1 : null,
                ofSeveral ? sessions.size() : null,
                (treatment != null && treatment.escortRequired()) ? true : null,
                treatment == null ? null : treatment.preparation().solidsHours(),
                treatment == null ? null : treatment.preparation().liquidsHours());
    }
}

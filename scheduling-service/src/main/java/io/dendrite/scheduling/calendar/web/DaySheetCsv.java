package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.http.Csv;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines of a day sheet as a table. */
final class DaySheetCsv {

    private static final List<String> HEAD = List.of(
            "start",
            "end",
            "status",
            "familyName",
            "givenName",
            "birthDate",
            "phone",
            "language",
            "cannotBeReached",
            "answer",
            "treatment",
            "session",
            "sessions",
            "resources",
            "escortRequired",
            "escort",
            "lateMinutes",
            "noShowProposed",
            "overbookReason",
            "appointmentId");

    private DaySheetCsv() {}

    static String of(List<SheetLine> lines) {
        return Csv.of(HEAD, lines.stream().map(DaySheetCsv::row).toList());
    }

    private static List<@Nullable Object> row(SheetLine line) {
        DaySheetLine visit = line.appointment();
        SheetLine.Person patient = line.patient();
        return Arrays.asList(
                visit.start(),
                visit.end(),
                visit.status(),
                patient == null ? null : patient.familyName(),
                patient == null ? null : patient.givenName(),
                patient == null ? null : patient.birthDate(),
                patient == null ? null : patient.phone(),
                patient == null ? null : patient.language(),
                patient == null ? null : patient.cannotBeReached(),
                visit.reply() == null ? null : visit.reply().answer(),
                line.treatmentName(),
                line.session(),
                line.sessions(),
                visit.phases().stream()
                        .flatMap(phase -> phase.resources().stream())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                line.escortRequired(),
                visit.escort(),
                visit.lateMinutes(),
                visit.noShowProposed(),
                visit.overbookReason(),
                visit.id());
    }
}

package io.dendrite.scheduling.calendar.web;

import io.dendrite.access.web.Privileges;
import io.dendrite.scheduling.calendar.application.BookingFile;
import io.dendrite.scheduling.calendar.application.CancelAppointment;
import io.dendrite.scheduling.calendar.application.DaySheet;
import io.dendrite.scheduling.calendar.application.MoveAppointment;
import io.dendrite.scheduling.calendar.application.SheetDetails;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.Csv;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.http.VersionedPut;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.treatment.model.Treatment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading, moving and cancelling single appointments. Their ETag is the version of their booking. */
@Tag(name = "Appointments", description = "Single visits, and the day sheet")
@RestController
@RequestMapping("/api/v1/appointments")
class AppointmentController {

    private final BookingFile file;
    private final DaySheet daySheet;
    private final SheetDetails details;
    private final Privileges privileges;
    private final MoveAppointment moveAppointment;
    private final CancelAppointment cancelAppointment;
    private final Clock clock;

    AppointmentController(
            BookingFile file,
            DaySheet daySheet,
            SheetDetails details,
            Privileges privileges,
            MoveAppointment moveAppointment,
            CancelAppointment cancelAppointment,
            Clock clock) {
        this.file = file;
        this.daySheet = daySheet;
        this.details = details;
        this.privileges = privileges;
        this.moveAppointment = moveAppointment;
        this.cancelAppointment = cancelAppointment;
        this.clock = clock;
    }

    /** Why an appointment is called off. */
    @Schema(name = "Cancellation")
    record CancelBody(
            @NotNull
            @OneLine(max = 500)
            @Schema(example = "Patient is travelling", description = "For the clinic; the patient is not told")
            String reason) {}

    @Operation(
            summary = "The day sheet: a site's appointments of a date, in order, cancelled ones included",
            description =
                    "With what is free, closed and held in between. As a table with format=csv or Accept: text/csv.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = DaySheetAnswer.class)),
                @Content(mediaType = "text/csv")
            })
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    ResponseEntity<?> list(
            @Parameter(example = "riverside") @RequestParam String site,
            @Parameter(example = "2027-03-08", description = "A date of the site") @RequestParam String date,
            @Parameter(description = "csv for a table of all lines") @RequestParam @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        DaySheet.Day day = daySheet.of(site, date);
        if (Csv.isAskedFor(format, accept)) {
            List<SheetLine> lines = lines(
                    day.site(),
                    day.lines().stream()
                            .sorted(Comparator.comparing(DaySheet.Line::sortKey))
                            .toList());
            return Csv.answer("day-" + date, DaySheetCsv.of(lines));
        }
        Page<DaySheet.Line> page = Page.cut(day.lines(), DaySheet.Line::sortKey, PageRequest.of(limit, cursor));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(DaySheetAnswer.of(
                        day.site(),
                        date,
                        new Page<>(lines(day.site(), page.items()), page.nextCursor()),
                        details.of(day)));
    }

    private List<SheetLine> lines(Site site, List<DaySheet.Line> lines) {
        Instant now = clock.instant();
        Map<String, Patient> patients =
                privileges.allows("GET", "/api/v1/appointments", "patient") ? details.patients(lines) : Map.of();
        Set<String> unreachable = details.unreachable(patients.values());
        Map<String, Treatment> treatments = details.treatments(lines);
        return lines.stream()
                .map(line -> SheetLine.of(
                        line,
                        patients.get(line.booking().patientId()),
                        unreachable.contains(line.booking().patientId()),
                        treatments.get(line.booking().treatmentId()),
                        site,
                        now))
                .toList();
    }

    @Operation(summary = "One appointment")
    @GetMapping("/{id}")
    ResponseEntity<DaySheetLine> get(@PathVariable String id) {
        return answer(file.bookingWith(id), id);
    }

    @Operation(
            summary = "Moves an appointment, all of it or not at all",
            description = "With If-Match only if the booking is still that version.")
    @PostMapping("/{id}/reschedule")
    ResponseEntity<DaySheetLine> reschedule(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody BookingBody.VisitBody body) {
        return answer(moveAppointment.move(id, body.visit(), ifMatch), id);
    }

    @Operation(
            summary = "Cancels an appointment; its place is free at once",
            description = "With If-Match only if the booking is still that version.")
    @PostMapping("/{id}/cancel")
    ResponseEntity<DaySheetLine> cancel(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CancelBody body) {
        return answer(cancelAppointment.cancel(id, body.reason(), ifMatch), id);
    }

    private ResponseEntity<DaySheetLine> answer(Booking booking, String appointmentId) {
        Site site = file.siteOf(booking);
        return VersionedPut.answer(
                booking.version(),
                DaySheetLine.of(booking, booking.appointment(appointmentId).orElseThrow(), site, clock.instant()));
    }
}

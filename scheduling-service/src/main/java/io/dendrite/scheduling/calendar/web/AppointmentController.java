package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.BookingFile;
import io.dendrite.scheduling.calendar.application.CancelAppointment;
import io.dendrite.scheduling.calendar.application.DaySheet;
import io.dendrite.scheduling.calendar.application.MoveAppointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.http.VersionedPut;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
    private final MoveAppointment moveAppointment;
    private final CancelAppointment cancelAppointment;
    private final Clock clock;

    AppointmentController(
            BookingFile file,
            DaySheet daySheet,
            MoveAppointment moveAppointment,
            CancelAppointment cancelAppointment,
            Clock clock) {
        this.file = file;
        this.daySheet = daySheet;
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

    @Operation(summary = "The day sheet: a site's appointments of a date, in order, cancelled ones included")
    @GetMapping
    Page<DaySheetLine> list(
            @Parameter(example = "riverside") @RequestParam String site,
            @Parameter(example = "2027-03-08", description = "A date of the site") @RequestParam String date,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        DaySheet.Day day = daySheet.of(site, date);
        Instant now = clock.instant();
        return Page.cut(day.lines(), DaySheet.Line::sortKey, PageRequest.of(limit, cursor))
                .map(line -> DaySheetLine.of(line.booking(), line.appointment(), day.site(), now));
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

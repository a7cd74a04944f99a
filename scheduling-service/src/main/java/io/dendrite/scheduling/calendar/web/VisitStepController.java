package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.BookingFile;
import io.dendrite.scheduling.calendar.application.DaySheet;
import io.dendrite.scheduling.calendar.application.ReportStep;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.VisitStep;
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

/** Reporting how visits go. A step that was reported already is answered like the first time. */
@Tag(name = "Visits", description = "From arrival to discharge")
@RestController
@RequestMapping("/api/v1/appointments")
class VisitStepController {

    private final ReportStep steps;
    private final BookingFile file;
    private final DaySheet daySheet;
    private final Clock clock;

    VisitStepController(ReportStep steps, BookingFile file, DaySheet daySheet, Clock clock) {
        this.steps = steps;
        this.file = file;
        this.daySheet = daySheet;
        this.clock = clock;
    }

    /** What may be said with a step. */
    @Schema(name = "VisitStep")
    record StepBody(
            @OneLine(max = 200)
            @Nullable
            @Schema(example = "Sister, Ana", description = "Who takes the patient home; kept from then on")
            String escort) {}

    /** Why a step is taken back. */
    @Schema(name = "Undo")
    record UndoBody(
            @NotNull @OneLine(max = 500) @Schema(example = "Wrong patient", description = "For the clinic only")
            String reason) {}

    @Operation(summary = "The patient is there", description = "On the day of the visit, early or late.")
    @PostMapping("/{id}/arrive")
    ResponseEntity<DaySheetLine> arrive(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable StepBody body) {
        return report(id, VisitStep.ARRIVE, body, ifMatch);
    }

    @Operation(summary = "Preparation or administration begins")
    @PostMapping("/{id}/start")
    ResponseEntity<DaySheetLine> start(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable StepBody body) {
        return report(id, VisitStep.START, body, ifMatch);
    }

    @Operation(summary = "The administration is over and observation begins")
    @PostMapping("/{id}/observe")
    ResponseEntity<DaySheetLine> observe(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable StepBody body) {
        return report(id, VisitStep.OBSERVE, body, ifMatch);
    }

    @Operation(
            summary = "The patient leaves",
            description = "Where the treatment asks for it, only with an escort and after its minimum of observation.")
    @PostMapping("/{id}/discharge")
    ResponseEntity<DaySheetLine> discharge(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable StepBody body) {
        return report(id, VisitStep.DISCHARGE, body, ifMatch);
    }

    @Operation(summary = "The patient did not come; the place is free at once")
    @PostMapping("/{id}/no-show")
    ResponseEntity<DaySheetLine> noShow(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return report(id, VisitStep.NO_SHOW, null, ifMatch);
    }

    @Operation(
            summary = "Takes the latest step back, which stays on record",
            description = "A missed visit takes its place again, if that is still free. A cancellation stays.")
    @PostMapping("/{id}/undo")
    ResponseEntity<DaySheetLine> undo(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody UndoBody body) {
        return answer(steps.undo(id, body.reason(), ifMatch), id);
    }

    @Operation(summary = "Whose patient should have come so long ago that the visit may be given up, the first first")
    @GetMapping("/no-show-proposals")
    Page<DaySheetLine> noShowProposals(
            @Parameter(example = "riverside") @RequestParam String site,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        Instant now = clock.instant();
        DaySheet.Day day = daySheet.proposedNoShows(site);
        return Page.cut(day.lines(), DaySheet.Line::sortKey, PageRequest.of(limit, cursor))
                .map(line -> DaySheetLine.of(line.booking(), line.appointment(), day.site(), now));
    }

    private ResponseEntity<DaySheetLine> report(
            String id, VisitStep step, @Nullable StepBody body, @Nullable String ifMatch) {
        return answer(steps.report(id, step, body == null ? null : body.escort(), ifMatch), id);
    }

    private ResponseEntity<DaySheetLine> answer(Booking booking, String appointmentId) {
        return VersionedPut.answer(
                booking.version(),
                DaySheetLine.of(
                        booking,
                        booking.appointment(appointmentId).orElseThrow(),
                        file.siteOf(booking),
                        clock.instant()));
    }
}

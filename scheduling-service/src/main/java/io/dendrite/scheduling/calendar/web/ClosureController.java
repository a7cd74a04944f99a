package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.ImportClosures;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.application.Consequences.Affected;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Closing a site on the holidays of a calendar. */
@Tag(name = "Blocks")
@RestController
@RequestMapping("/api/v1/sites/{id}/closures")
class ClosureController {

    private static final String TEXT_CALENDAR = "text/calendar";

    private final Clinic clinic;
    private final ImportClosures importClosures;

    ClosureController(Clinic clinic, ImportClosures importClosures) {
        this.clinic = clinic;
        this.importClosures = importClosures;
    }

    /** What became of the file. */
    @Schema(name = "ImportedClosures")
    record ClosuresAnswer(boolean dryRun, List<ClosureAnswer> closures) {}

    /** What became of a time of an event. */
    @Schema(name = "ImportedClosure")
    record ClosureAnswer(
            @Schema(description = "The event's UID; of one that is lifted, what it was called")
            String event,

            @Nullable OffsetDateTime start,
            @Nullable OffsetDateTime end,
            ImportClosures.Outcome outcome,
            @Nullable List<Affected> affected,
            @Nullable String message) {

        static ClosureAnswer of(ImportClosures.Line line, ZoneId zone) {
            return new ClosureAnswer(
                    line.uid(),
                    at(line.start(), zone),
                    at(line.end(), zone),
                    line.outcome(),
                    line.affected().isEmpty() ? null : line.affected(),
                    line.message());
        }

        private static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
            return instant == null ? null : BookingAnswer.at(instant, zone);
        }
    }

    @Operation(
            summary = "Closes the site at the times of an iCalendar file, up to two years ahead",
            description = "The same file again changes nothing. A time at which patients are booked is left out unless"
                    + " confirm=true; then they are on the rebooking queue. dryRun=true stores nothing.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = TEXT_CALENDAR))
    @PostMapping
    ClosuresAnswer importFile(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody byte[] file)
            throws HttpMediaTypeNotSupportedException {
        // Not a condition of the mapping: whoever may not import is told so, whatever they send.
        if (!MediaType.valueOf(TEXT_CALENDAR).includes(type)) {
            throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.valueOf(TEXT_CALENDAR)));
        }
        Site site = clinic.site(id).orElseThrow(() -> ProblemException.notFound("site", id));
        return new ClosuresAnswer(
                dryRun,
                importClosures.of(site, file, new ImportClosures.Terms(dryRun, confirm)).stream()
                        .map(line -> ClosureAnswer.of(line, site.timeZone()))
                        .toList());
    }
}

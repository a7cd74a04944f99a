package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.SiteUtilisation;
import io.dendrite.scheduling.calendar.model.Utilisation;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.Csv;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How well a site is used. */
@Tag(name = "Sites")
@RestController
@RequestMapping("/api/v1/sites/{id}/utilisation")
class UtilisationController {

    private static final List<String> HEAD = List.of(
            "date",
            "resource",
            "kind",
            "name",
            "openMinutes",
            "bookedMinutes",
            "overbookedMinutes",
            "blockedMinutes",
            "noShowMinutes",
            "cancelledLateMinutes");

    private final Clinic clinic;
    private final SiteUtilisation utilisation;

    UtilisationController(Clinic clinic, SiteUtilisation utilisation) {
        this.clinic = clinic;
        this.utilisation = utilisation;
    }

    /** All resources on all dates of a range. */
    @Schema(name = "Utilisation")
    record UtilisationAnswer(String siteId, String timeZone, String from, String to, List<LineAnswer> items) {}

    /** A resource on a date, in minutes of its lanes. */
    @Schema(name = "UtilisationLine")
    record LineAnswer(
            LocalDate date,
            String resource,
            ResourceKind kind,
            String name,
            long openMinutes,
            long bookedMinutes,
            long overbookedMinutes,
            long blockedMinutes,
            long noShowMinutes,
            long cancelledLateMinutes) {

        static LineAnswer of(SiteUtilisation.Line line) {
            Utilisation.Minutes minutes = line.minutes();
            return new LineAnswer(
                    line.date(),
                    line.resource().id(),
                    line.resource().kind(),
                    line.resource().name(),
                    minutes.open(),
                    minutes.booked(),
                    minutes.overbooked(),
                    minutes.blocked(),
                    minutes.noShow(),
                    minutes.cancelledLate());
        }

        List<@Nullable Object> row() {
            return Arrays.asList(
                    date,
                    resource,
                    kind,
                    name,
                    openMinutes,
                    bookedMinutes,
                    overbookedMinutes,
                    blockedMinutes,
                    noShowMinutes,
                    cancelledLateMinutes);
        }
    }

    @Operation(
            summary = "What became of the time of each resource on each date, for at most 92 days",
            description =
                    "In minutes of lanes: a nurse with three lanes who is on duty for an hour is open for 180. As a table"
                            + " with format=csv or Accept: text/csv.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = UtilisationAnswer.class)),
                @Content(mediaType = "text/csv")
            })
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    ResponseEntity<?> get(
            @PathVariable String id,
            @Parameter(example = "2027-03-01") @RequestParam String from,
            @Parameter(example = "2027-03-31") @RequestParam String to,
            @RequestParam @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        Site site = clinic.site(id).orElseThrow(() -> ProblemException.notFound("site", id));
        List<LineAnswer> lines =
                utilisation.of(site, from, to).stream().map(LineAnswer::of).toList();
        if (Csv.isAskedFor(format, accept)) {
            return Csv.answer(
                    "utilisation-" + from + "-" + to,
                    Csv.of(HEAD, lines.stream().map(LineAnswer::row).toList()));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new UtilisationAnswer(site.id(), site.timeZone().getId(), from, to, lines));
    }
}

package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.BookingFile;
import io.dendrite.scheduling.calendar.application.ProposePlaces;
import io.dendrite.scheduling.calendar.application.StrandedVisits;
import io.dendrite.scheduling.calendar.application.StrandedVisits.Stranded;
import io.dendrite.scheduling.calendar.model.StrandedReason;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rebooking queue: visits to come that cannot take place as they are booked. */
@Tag(name = "Rebooking", description = "Whom changes of hours, people, rooms and closures have stranded")
@RestController
@RequestMapping("/api/v1/rebooking")
class RebookingController {

    private final StrandedVisits stranded;
    private final ProposePlaces propose;
    private final BookingFile file;
    private final Clinic clinic;
    private final Clock clock;

    RebookingController(StrandedVisits stranded, ProposePlaces propose, BookingFile file, Clinic clinic, Clock clock) {
        this.stranded = stranded;
        this.propose = propose;
        this.file = file;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** A visit and what is in its way. */
    @Schema(name = "StrandedAppointment")
    record StrandedAnswer(DaySheetLine appointment, List<StrandedReason> reasons) {

        static StrandedAnswer of(Stranded visit, Site site, Instant now) {
            return new StrandedAnswer(
                    DaySheetLine.of(visit.booking(), visit.appointment(), site, now), visit.reasons());
        }
    }

    /** Where a visit could be moved to. */
    @Schema(name = "ProposedPlace")
    record ProposalAnswer(
            OffsetDateTime start,
            OffsetDateTime end,

            @Schema(description = "What the course would no longer keep of its protocol; absent when nothing") @Nullable
            List<String> warnings) {

        static ProposalAnswer of(ProposePlaces.Proposal proposal, ZoneId zone) {
            return new ProposalAnswer(
                    BookingAnswer.at(proposal.start(), zone),
                    BookingAnswer.at(proposal.end(), zone),
                    proposal.warnings().isEmpty() ? null : proposal.warnings());
        }
    }

    /** All of them. */
    @Schema(name = "ProposedPlaces")
    record ProposalsAnswer(List<ProposalAnswer> proposals) {}

    @Operation(
            summary = "The visits to come that cannot take place as they are booked, the soonest first",
            description = "Moving or cancelling one takes it off, and so does whatever mends its reasons.")
    @GetMapping
    Page<StrandedAnswer> list(
            @Parameter(example = "riverside") @RequestParam String site,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        Site where = clinic.site(site).orElseThrow(() -> ProblemException.invalid("site", "must be the id of a site"));
        Instant now = clock.instant();
        return Page.cut(stranded.at(where), Stranded::sortKey, PageRequest.of(limit, cursor))
                .map(visit -> StrandedAnswer.of(visit, where, now));
    }

    @Operation(
            summary = "Proposes where a visit could be moved to; moves nothing",
            description = "POST /appointments/{id}/reschedule moves it and tells the patient.")
    @PostMapping("/{appointmentId}/propose")
    ProposalsAnswer propose(@PathVariable String appointmentId) {
        ZoneId zone = file.siteOf(file.bookingWith(appointmentId)).timeZone();
        return new ProposalsAnswer(propose.of(appointmentId).stream()
                .map(proposal -> ProposalAnswer.of(proposal, zone))
                .toList());
    }
}

package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.Availability;
import io.dendrite.scheduling.calendar.application.AvailabilityQuery;
import io.dendrite.scheduling.calendar.application.FindStarts;
import io.dendrite.scheduling.calendar.application.Slot;
import io.dendrite.scheduling.calendar.application.StartFilters;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a visit still fits. */
@Tag(name = "Availability", description = "Starts at which a visit can be booked")
@RestController
@RequestMapping("/api/v1/availability")
class AvailabilityController {

    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 5_000;

    private final FindStarts findStarts;

    AvailabilityController(FindStarts findStarts) {
        this.findStarts = findStarts;
    }

    /** Free starts in order. */
    @Schema(name = "Availability")
    record AvailabilityAnswer(
            String timeZone,
            List<SlotAnswer> slots,

            @Schema(description = "The other starts, where explain was asked") @Nullable
            List<RefusedStartAnswer> refused) {

        static AvailabilityAnswer of(Availability found, boolean explain, ZoneId zone) {
            return new AvailabilityAnswer(
                    zone.getId(),
                    found.slots().stream()
                            .map(slot -> SlotAnswer.of(slot, zone))
                            .toList(),
                    explain
                            ? found.refused().stream()
                                    .map(refused -> RefusedStartAnswer.of(refused, zone))
                                    .toList()
                            : null);
        }
    }

    /** A free start. */
    @Schema(name = "Slot")
    record SlotAnswer(
            @Schema(example = "2027-03-08T09:00:00-08:00") OffsetDateTime start,
            @Schema(example = "2027-03-08T11:00:00-08:00") OffsetDateTime end,

            @Schema(example = "3", description = "How many such visits could start then")
            int free) {

        static SlotAnswer of(Slot slot, ZoneId zone) {
            return new SlotAnswer(
                    BookingAnswer.at(slot.withPatient().start(), zone),
                    BookingAnswer.at(slot.withPatient().end(), zone),
                    slot.free());
        }
    }

    @Operation(
            summary = "Free starts of a treatment at a site within at most 90 days",
            description = "With explain, beside them each other start with every reason why it is refused.")
    @GetMapping
    AvailabilityAnswer find(
            @Parameter(example = "riverside") @RequestParam String site,
            @Parameter(example = "iv-mood-2") @RequestParam String treatment,
            @Parameter(example = "2027-03-08", description = "A date of the site, or a time with an offset")
                    @RequestParam
                    String from,
            @Parameter(example = "2027-03-12", description = "A date, whole, or a time with an offset, exclusive")
                    @RequestParam
                    String to,
            @Parameter(example = "chair-1") @RequestParam @Nullable String resource,
            @Parameter(example = "MONDAY,TUESDAY", description = "Only starts on these days of the site")
                    @RequestParam
                    @Nullable
                    String weekdays,
            @Parameter(example = "08:00-12:00", description = "Only starts within, on the site's clock; end exclusive")
                    @RequestParam
                    @Nullable
                    String timeOfDay,
            @Parameter(description = "Only starts at which this patient could come") @RequestParam @Nullable
                    String patientId,
            @RequestParam @Nullable Integer limit,
            @RequestParam(defaultValue = "false") boolean explain) {
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw ProblemException.invalid("limit", "must be from 1 to " + MAX_LIMIT);
        }
        Site where = findStarts.site(site);
        Availability found = findStarts.find(new AvailabilityQuery(
                where,
                findStarts.treatment(treatment),
                findStarts.range(from, to, where),
                StartFilters.parse(weekdays, timeOfDay),
                resource,
                patientId == null ? null : findStarts.patient(patientId),
                limit == null ? DEFAULT_LIMIT : limit,
                explain));
        return AvailabilityAnswer.of(found, explain, where.timeZone());
    }
}

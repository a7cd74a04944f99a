package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.FindStarts;
import io.dendrite.scheduling.calendar.application.Slot;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.treatment.model.Treatment;
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
    record AvailabilityAnswer(String timeZone, List<SlotAnswer> slots) {}

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

    @Operation(summary = "Free starts of a treatment at a site within at most 90 days")
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
            @RequestParam @Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw ProblemException.invalid("limit", "must be from 1 to " + MAX_LIMIT);
        }
        Site where = findStarts.site(site);
        Treatment what = findStarts.treatment(treatment);
        FindStarts.Range range = findStarts.range(from, to, where);
        List<SlotAnswer> slots =
                findStarts
                        .find(where, what, range.from(), range.to(), resource, limit == null ? DEFAULT_LIMIT : limit)
                        .stream()
                        .map(slot -> SlotAnswer.of(slot, where.timeZone()))
                        .toList();
        return new AvailabilityAnswer(where.timeZone().getId(), slots);
    }
}

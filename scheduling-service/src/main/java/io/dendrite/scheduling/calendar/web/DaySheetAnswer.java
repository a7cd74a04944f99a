package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.SheetDetails;
import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day at a site: who comes, what is free in between, what is closed, and what is held for somebody. */
@Schema(name = "DaySheet")
record DaySheetAnswer(
        String siteId,
        String timeZone,
        String date,
        List<SheetLine> items,
        @Nullable String nextCursor,
        List<NamedResource> resources,
        List<GapAnswer> gaps,
        List<BlockController.BlockAnswer> blocks,
        List<HeldAnswer> holds) {

    /** What the ids in the lines are called. */
    @Schema(name = "NamedResource")
    record NamedResource(String id, ResourceKind kind, String name) {}

    /** A stretch in which a chair is free. */
    @Schema(name = "Gap")
    record GapAnswer(String resource, OffsetDateTime start, OffsetDateTime end, long minutes) {

        static GapAnswer of(SheetDetails.Gap gap, ZoneId zone) {
            Quarters span = gap.span();
            return new GapAnswer(
                    gap.resource(),
                    BookingAnswer.at(span.start(), zone),
                    BookingAnswer.at(span.end(), zone),
                    15L * span.count());
        }
    }

    /** A place that is held and not yet booked. */
    @Schema(name = "HeldOnDaySheet")
    record HeldAnswer(String holdId, OffsetDateTime start, OffsetDateTime end, OffsetDateTime expiresAt) {

        static HeldAnswer of(Hold hold, ZoneId zone) {
            return new HeldAnswer(
                    hold.id(),
                    BookingAnswer.at(hold.extent().start(), zone),
                    BookingAnswer.at(hold.extent().end(), zone),
                    BookingAnswer.at(hold.expiresAt(), zone));
        }
    }

    static DaySheetAnswer of(Site site, String date, Page<SheetLine> page, SheetDetails.Rest rest) {
        ZoneId zone = site.timeZone();
        return new DaySheetAnswer(
                site.id(),
                zone.getId(),
                date,
                page.items(),
                page.nextCursor(),
                rest.resources().stream()
                        .map((Resource resource) -> new NamedResource(resource.id(), resource.kind(), resource.name()))
                        .toList(),
                rest.gaps().stream().map(gap -> GapAnswer.of(gap, zone)).toList(),
                rest.blocks().stream()
                        .map((Block block) -> BlockController.BlockAnswer.of(block, zone))
                        .toList(),
                rest.holds().stream().map(hold -> HeldAnswer.of(hold, zone)).toList());
    }
}

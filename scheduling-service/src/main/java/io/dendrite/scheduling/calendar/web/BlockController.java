package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.BlockTime;
import io.dendrite.scheduling.calendar.application.Calendar;
import io.dendrite.scheduling.calendar.application.FindStarts;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.BlockKind;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.idempotency.Creation;
import io.dendrite.scheduling.idempotency.Idempotency;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Closures, absences, maintenance. */
@Tag(name = "Blocks", description = "Time that is kept free of bookings")
@RestController
@RequestMapping("/api/v1/sites/{siteId}/blocks")
class BlockController {

    private final Clinic clinic;
    private final Calendar calendar;
    private final BlockTime blockTime;
    private final FindStarts findStarts;
    private final Idempotency idempotency;

    BlockController(
            Clinic clinic, Calendar calendar, BlockTime blockTime, FindStarts findStarts, Idempotency idempotency) {
        this.clinic = clinic;
        this.calendar = calendar;
        this.blockTime = blockTime;
        this.findStarts = findStarts;
        this.idempotency = idempotency;
    }

    /** A block as it is asked for; without resources it closes the site. */
    @Schema(name = "BlockRequest")
    record BlockBody(
            @NotNull @OneLine(max = 64) @Schema(example = "2027-03-10T12:00:00-08:00")
            String start,

            @NotNull @OneLine(max = 64) @Schema(example = "2027-03-10T14:00:00-08:00")
            String end,

            @Nullable @Size(max = 500, message = "must have at most 500") @Schema(example = "[\"chair-1\"]")
            List<@NotNull @OneLine(max = 64) String> resources,

            @NotNull @OneLine(max = 500) @Schema(example = "Chair is repaired")
            String reason,

            @Schema(description = "Left out: CLOSURE of a site, ABSENCE of people, MAINTENANCE of all else") @Nullable
            BlockKind kind) {

        BlockTime.Request request() {
            return new BlockTime.Request(start, end, resources == null ? List.of() : resources, reason, kind);
        }
    }

    /** A block as it is answered. */
    @Schema(name = "Block")
    record BlockAnswer(
            String id,
            String siteId,
            OffsetDateTime start,
            OffsetDateTime end,
            boolean wholeSite,
            List<String> resources,
            String reason,
            BlockKind kind) {

        static BlockAnswer of(Block block, ZoneId zone) {
            return new BlockAnswer(
                    block.id(),
                    block.siteId(),
                    BookingAnswer.at(block.span().start(), zone),
                    BookingAnswer.at(block.span().end(), zone),
                    block.wholeSite(),
                    block.resources().stream().map(Block.BlockedResource::id).toList(),
                    block.reason(),
                    block.kind());
        }
    }

    /** The appointments that a block would be in the way of. */
    @Schema(name = "AffectedAppointments")
    record DryRunAnswer(List<String> affected) {}

    @Operation(
            summary = "Blocks resources, or the whole site",
            description =
                    "What holds appointments is not blocked: 409 names them, unless confirm=true blocks all that is free"
                            + " and puts them on the rebooking queue. With dryRun=true nothing is stored and 200 names the"
                            + " appointments that would be affected.")
    @PostMapping
    ResponseEntity<?> create(
            @PathVariable String siteId,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestHeader(name = Idempotency.KEY_HEADER, required = false) @Nullable String key,
            @Valid @RequestBody BlockBody body) {
        Site site = site(siteId);
        if (dryRun) {
            Block planned = blockTime.plan("dry-run", site, body.request());
            return ResponseEntity.ok(new DryRunAnswer(
                    blockTime.affected(planned).stream().map(Appointment::id).toList()));
        }
        String operation = "POST /sites/" + siteId + "/blocks" + (confirm ? "?confirm" : "");
        return idempotency.once(key, operation, body, id -> {
            Block planned = blockTime.plan(id, site, body.request());
            Block block = confirm ? blockTime.storeConfirmed(planned) : blockTime.store(planned);
            return new Creation(
                    "/api/v1/sites/" + siteId + "/blocks/" + id,
                    block.version(),
                    BlockAnswer.of(block, site.timeZone()));
        });
    }

    @Operation(summary = "The blocks of a site that touch a range of at most 90 days")
    @GetMapping
    Page<BlockAnswer> list(
            @PathVariable String siteId,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        Site site = site(siteId);
        FindStarts.Range range = findStarts.range(from, to, site);
        List<Block> blocks = calendar.blocksAt(siteId, Quarters.covering(range.from(), range.to()));
        return Page.cut(blocks, Block::id, PageRequest.of(limit, cursor))
                .map(block -> BlockAnswer.of(block, site.timeZone()));
    }

    @Operation(summary = "Lifts a block")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> lift(@PathVariable String siteId, @PathVariable String id) {
        if (!calendar.remove(site(siteId).id(), id)) {
            throw ProblemException.notFound("block", id);
        }
        return ResponseEntity.noContent().build();
    }

    private Site site(String id) {
        return clinic.site(id).orElseThrow(() -> ProblemException.notFound("site", id));
    }
}

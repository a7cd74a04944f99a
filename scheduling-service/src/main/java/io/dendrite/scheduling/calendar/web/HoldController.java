package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.application.BookingFile;
import io.dendrite.scheduling.calendar.application.FindStarts;
import io.dendrite.scheduling.calendar.application.HoldFile;
import io.dendrite.scheduling.calendar.application.HoldVisits;
import io.dendrite.scheduling.calendar.application.Holds;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.http.VersionedPut;
import io.dendrite.scheduling.idempotency.Creation;
import io.dendrite.scheduling.idempotency.Idempotency;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

/** Holding places while a booking is being agreed on. */
@Tag(name = "Holds", description = "Places that are kept for some minutes, until they are booked")
@RestController
@RequestMapping("/api/v1/holds")
class HoldController {

    private final HoldVisits holdVisits;
    private final HoldFile file;
    private final Holds holds;
    private final BookingFile bookings;
    private final FindStarts findStarts;
    private final Idempotency idempotency;

    HoldController(
            HoldVisits holdVisits,
            HoldFile file,
            Holds holds,
            BookingFile bookings,
            FindStarts findStarts,
            Idempotency idempotency) {
        this.holdVisits = holdVisits;
        this.file = file;
        this.holds = holds;
        this.bookings = bookings;
        this.findStarts = findStarts;
        this.idempotency = idempotency;
    }

    @Operation(
            summary = "Holds places for one visit or a course, all of it or nothing",
            description = "Nobody is told. It ends by itself; POST /bookings with its id as holdId books it.")
    @ApiResponse(
            responseCode = "201",
            description = "Held",
            content = @Content(schema = @Schema(implementation = HoldAnswer.class)))
    @PostMapping
    ResponseEntity<byte[]> hold(
            @RequestHeader(name = Idempotency.KEY_HEADER, required = false) @Nullable String key,
            @Valid @RequestBody HoldBody body) {
        return idempotency.once(key, "POST /holds", body, id -> {
            Hold hold = holdVisits.hold(id, body.request(), body.minutes());
            return new Creation("/api/v1/holds/" + hold.id(), hold.version(), answer(hold));
        });
    }

    @Operation(summary = "One hold that stands")
    @GetMapping("/{id}")
    ResponseEntity<HoldAnswer> get(@PathVariable String id) {
        Hold hold = holds.hold(id).orElseThrow(() -> ProblemException.notFound("hold", id));
        return VersionedPut.answer(hold.version(), answer(hold));
    }

    @Operation(summary = "What is held at a site now, by whomever, by id")
    @GetMapping
    Page<HoldAnswer> list(
            @RequestParam String site, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        Site where = findStarts.site(site);
        return Page.cut(holds.holdsAt(where.id()), Hold::id, PageRequest.of(limit, cursor))
                .map(hold -> HoldAnswer.of(hold, where));
    }

    @Operation(summary = "Gives a hold up")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> release(@PathVariable String id) {
        file.release(id);
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Lets a hold stand for as long again as it was made for; once")
    @PostMapping("/{id}/extend")
    ResponseEntity<HoldAnswer> extend(@PathVariable String id) {
        Hold longer = file.extend(id);
        return VersionedPut.answer(longer.version(), answer(longer));
    }

    private HoldAnswer answer(Hold hold) {
        return HoldAnswer.of(hold, bookings.siteOf(hold.visits()));
    }
}

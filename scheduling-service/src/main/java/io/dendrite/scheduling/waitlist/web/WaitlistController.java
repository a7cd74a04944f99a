package io.dendrite.scheduling.waitlist.web;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.Role;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.http.VersionedPut;
import io.dendrite.scheduling.idempotency.Creation;
import io.dendrite.scheduling.idempotency.Idempotency;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.waitlist.application.EnterWaitlist;
import io.dendrite.scheduling.waitlist.application.Waitlist;
import io.dendrite.scheduling.waitlist.application.WaitlistFile;
import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
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

/** The waitlist. Places are offered by the service; people enter, answer and withdraw. */
@Tag(name = "Waitlist", description = "Who waits for a place, by urgency and then by how long")
@RestController
@RequestMapping("/api/v1/waitlist")
class WaitlistController {

    private static final int MOST_LISTED = 1_000;

    private final EnterWaitlist enter;
    private final WaitlistFile file;
    private final Waitlist waitlist;
    private final Clinic clinic;
    private final Clinic allSites;
    private final CurrentCaller caller;
    private final Idempotency idempotency;

    WaitlistController(
            EnterWaitlist enter,
            WaitlistFile file,
            Waitlist waitlist,
            Clinic clinic,
            @Qualifier(Clinic.STORED) Clinic allSites,
            CurrentCaller caller,
            Idempotency idempotency) {
        this.enter = enter;
        this.file = file;
        this.waitlist = waitlist;
        this.clinic = clinic;
        this.allSites = allSites;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** Which offer is meant. */
    @Schema(name = "Acceptance")
    record AcceptBody(
            @Nullable
            @OneLine(max = 64)
            @Schema(description = "The offer as it was read; left out, the one that is open")
            String holdId) {}

    @Operation(
            summary = "Lets a patient wait for a place",
            description = "A place that fits is offered at once, and held for an answer.")
    @ApiResponse(
            responseCode = "201",
            description = "Waits",
            content = @Content(schema = @Schema(implementation = WaitlistAnswer.class)))
    @PostMapping
    ResponseEntity<byte[]> enter(
            @RequestHeader(name = Idempotency.KEY_HEADER, required = false) @Nullable String key,
            @Valid @RequestBody WaitlistBody body) {
        return idempotency.once(key, "POST /waitlist", body, id -> creation(enter.enter(id, body.request())));
    }

    @Operation(summary = "Who waits at a site, in the order in which they are served")
    @GetMapping
    Page<WaitlistAnswer> list(
            @Parameter(example = "riverside") @RequestParam String site,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        Site where = clinic.site(site).orElseThrow(() -> ProblemException.invalid("site", "must be the id of a site"));
        PageRequest page = PageRequest.of(limit, cursor);
        return Page.cut(waitlist.waitingAt(where.id(), null, MOST_LISTED), WaitlistEntry::servedAs, page)
                .map(this::answer);
    }

    @Operation(summary = "One entry, whatever has become of it")
    @GetMapping("/{id}")
    ResponseEntity<WaitlistAnswer> get(@PathVariable String id) {
        WaitlistEntry entry = file.entry(id);
        return VersionedPut.answer(entry.version(), answer(entry));
    }

    @Operation(summary = "Ends the waiting; a place that is offered goes to the next")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> withdraw(@PathVariable String id) {
        file.withdraw(id);
        return ResponseEntity.noContent().build();
    }

    @Operation(
            summary = "Books the place that is offered",
            description = "The patient gets the confirmation as of any booking; bookingId names it.")
    @ApiResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = WaitlistAnswer.class)))
    @PostMapping("/{id}/accept")
    ResponseEntity<byte[]> accept(
            @PathVariable String id,
            @RequestHeader(name = Idempotency.KEY_HEADER, required = false) @Nullable String key,
            @Valid @RequestBody(required = false) @Nullable AcceptBody body) {
        AcceptBody acceptance = body == null ? new AcceptBody(null) : body;
        return idempotency.once(
                key,
                "POST /waitlist/" + id + "/accept",
                acceptance,
                request -> creation(file.accept(id, acceptance.holdId(), request)));
    }

    @Operation(summary = "Gives back the place that is offered, for the next in line; the waiting goes on")
    @PostMapping("/{id}/decline")
    ResponseEntity<WaitlistAnswer> decline(@PathVariable String id) {
        WaitlistEntry entry = file.decline(id);
        return VersionedPut.answer(entry.version(), answer(entry));
    }

    /** What is kept to be repeated is out of an erasure's reach, so it does not say why. */
    private Creation creation(WaitlistEntry entry) {
        return new Creation(
                "/api/v1/waitlist/" + entry.id(), entry.version(), WaitlistAnswer.of(entry, false, this::zone));
    }

    private WaitlistAnswer answer(WaitlistEntry entry) {
        boolean clinician =
                caller.get().map(known -> known.isOneOf(Role.CLINICIAN)).orElse(false);
        return WaitlistAnswer.of(entry, clinician, this::zone);
    }

    /** Also of a site that is out of view, to which another site of the entry leads. */
    private ZoneId zone(String siteId) {
        return allSites.site(siteId).map(Site::timeZone).orElse(ZoneOffset.UTC);
    }
}

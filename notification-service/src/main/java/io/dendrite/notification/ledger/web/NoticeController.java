package io.dendrite.notification.ledger.web;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.Caller;
import io.dendrite.access.model.SiteScope;
import io.dendrite.audit.AuditDraft;
import io.dendrite.notification.ledger.application.Ledger;
import io.dendrite.notification.ledger.application.NoticePage;
import io.dendrite.notification.ledger.model.LedgerLine;
import io.dendrite.notification.ledger.model.NoticeId;
import io.dendrite.notification.ledger.model.NoticeStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger, to read: which notices there are and what became of them, at the sites that the caller may act for. */
@RestController
@RequestMapping(path = "/api/v1/notices", produces = MediaType.APPLICATION_JSON_VALUE)
class NoticeController {

    private final Ledger ledger;
    private final CurrentCaller caller;

    NoticeController(Ledger ledger, CurrentCaller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    /** Notices, newest first. */
    @Operation(summary = "Notices of the caller's sites, newest first")
    @GetMapping
    ResponseEntity<NoticeListAnswer> list(
            @RequestParam(required = false) @Nullable String patientId,
            @RequestParam(required = false) @Nullable String bookingId,
            @Parameter(schema = @Schema(implementation = NoticeStatus.class)) @RequestParam(required = false) @Nullable
                    String status,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @RequestParam(required = false)
                    @Nullable
                    String limit,
            @Parameter(description = "The nextCursor of an earlier answer") @RequestParam(required = false) @Nullable
                    String cursor) {
        NoticePage page = ledger.list(NoticeListRequest.parse(patientId, bookingId, status, limit, cursor, sites()));
        record(page.items());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(NoticeListAnswer.of(page));
    }

    /** One notice. */
    @Operation(summary = "One notice")
    @GetMapping("/{id}")
    ResponseEntity<NoticeAnswer> one(@PathVariable String id) {
        Optional<LedgerLine> found = ledger.find(new NoticeId(id));
        // An attempt at another site's notice is on record with the notice too.
        found.ifPresent(notice -> AuditDraft.current().resource("notice", id, null));
        LedgerLine notice =
                found.filter(line -> caller.covers(line.siteId())).orElseThrow(() -> new NoticeNotFoundException(id));
        record(List.of(notice));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(NoticeAnswer.of(notice));
    }

    private @Nullable Set<String> sites() {
        return caller.get()
                .map(Caller::sites)
                .filter(scope -> !scope.every())
                .map(SiteScope::ids)
                .orElse(null);
    }

    /** Says to the audit whose notices are shown; the site only if it is one. */
    private static void record(List<LedgerLine> shown) {
        AuditDraft draft = AuditDraft.current();
        List<String> sites = shown.stream().map(LedgerLine::siteId).distinct().toList();
        if (sites.size() == 1) {
            draft.site(sites.get(0));
        }
        shown.stream()
                .flatMap(line -> Optional.ofNullable(line.patientId()).stream())
                .forEach(draft::patient);
    }
}

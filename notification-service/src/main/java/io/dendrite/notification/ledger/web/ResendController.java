package io.dendrite.notification.ledger.web;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.Caller;
import io.dendrite.access.model.SiteScope;
import io.dendrite.audit.AuditDraft;
import io.dendrite.encryption.Purpose;
import io.dendrite.encryption.SharedSeal;
import io.dendrite.notification.ledger.application.Ledger;
import io.dendrite.notification.ledger.application.ResendNotices;
import io.dendrite.notification.ledger.model.LedgerLine;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeId;
import io.dendrite.notification.problem.ProblemException;
import io.dendrite.notification.problem.ProblemException.FieldProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notices sent again, on record with the reason. */
@RestController
@RequestMapping(path = "/api/v1/notices", produces = MediaType.APPLICATION_JSON_VALUE)
class ResendController {

    private static final int LONGEST = 200;

    private final Ledger ledger;
    private final ResendNotices resend;
    private final CurrentCaller caller;
    private final SharedSeal seal;

    ResendController(Ledger ledger, ResendNotices resend, CurrentCaller caller, SharedSeal seal) {
        this.ledger = ledger;
        this.resend = resend;
        this.caller = caller;
        this.seal = seal;
    }

    /** Why a notice is sent again. */
    @Schema(name = "Resend")
    record Body(
            @Schema(example = "The patient deleted it", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    /** Which failed ones are sent again, and why. */
    @Schema(name = "BulkResend")
    record BulkBody(
            @Schema(description = "All sites of the token if it is left out") @Nullable
            String siteId,

            @Schema(description = "Only those recorded since") @Nullable
            Instant from,

            @Schema(description = "Only those recorded before") @Nullable
            Instant to,

            @Schema(example = "The relay refused us all night", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    /** How many are sent again. */
    @Schema(name = "Resent")
    record BulkAnswer(int resent) {}

    /** Sends one again. */
    @Operation(
            summary = "Says again what a settled notice said, as a new one",
            description = "With an Idempotency-Key it can be repeated safely. What is not true any more is skipped.")
    @ApiResponse(responseCode = "202", description = "It is in the ledger, due at once")
    @PostMapping("/{id}/resend")
    ResponseEntity<NoticeAnswer> one(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Body body) {
        statement(body.reason());
        LedgerLine line = ledger.find(new NoticeId(id))
                .filter(found -> caller.covers(found.siteId()))
                .orElseThrow(() -> new NoticeNotFoundException(id));
        AuditDraft.current().resource("notice", id, null);
        AuditDraft.current().site(line.siteId());
        Notice notice = ledger.notice(line.id())
                .orElseThrow(() -> ProblemException.conflict(
                        "not-resendable", "It cannot be sent again", "The patient was erased."));
        AuditDraft.current().patient(notice.content().patientId());
        if (!ResendNotices.isSettled(line.progress().status())) {
            throw ProblemException.conflict(
                    "not-resendable",
                    "It cannot be sent again",
                    "The notice is " + line.progress().status() + ": it is sent without being asked.");
        }
        ResendNotices.Resent resent =
                resend.resend(notice, key == null ? UUID.randomUUID().toString() : key);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.accepted().location(URI.create("/api/v1/notices/" + resent.id()));
        if (resent.before()) {
            answer.header("Idempotent-Replay", "true");
        }
        return answer.body(NoticeAnswer.of(ledger.find(resent.id()).orElseThrow()));
    }

    /** Sends all again that failed. */
    @Operation(
            summary = "Sends failed notices again, each once however often this is asked",
            description = "At most 10,000 at a time, the oldest first.")
    @ApiResponse(responseCode = "202", description = "They are in the ledger, due at once")
    @PostMapping("/resend")
    ResponseEntity<BulkAnswer> failed(@RequestBody BulkBody body) {
        statement(body.reason());
        if (body.from() != null && body.to() != null && !body.from().isBefore(body.to())) {
            throw ProblemException.invalid(List.of(new FieldProblem("from", "must be before to")));
        }
        return ResponseEntity.accepted()
                .body(new BulkAnswer(resend.resendFailed(sites(body.siteId()), body.from(), body.to())));
    }

    private @Nullable Set<String> sites(@Nullable String siteId) {
        if (siteId != null) {
            if (!caller.covers(siteId)) {
                throw ProblemException.notFound("There is no site with this id.");
            }
            AuditDraft.current().site(siteId);
            return Set.of(siteId);
        }
        return caller.get()
                .map(Caller::sites)
                .filter(scope -> !scope.every())
                .map(SiteScope::ids)
                .orElse(null);
    }

    /** Somebody's words may tell of a patient: they go on record sealed, and nowhere else. */
    private void statement(@Nullable String reason) {
        if (reason == null
                || reason.isBlank()
                || reason.length() > LONGEST
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid(
                    List.of(new FieldProblem("reason", "must be one line of 1 to " + LONGEST + " characters")));
        }
        byte[] sealed = seal.seal(Purpose.AUDIT, Objects.requireNonNull(reason).getBytes(StandardCharsets.UTF_8));
        AuditDraft.current().statement(Base64.getEncoder().encodeToString(sealed));
    }
}

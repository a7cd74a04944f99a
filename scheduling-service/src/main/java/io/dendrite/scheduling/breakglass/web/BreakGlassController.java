package io.dendrite.scheduling.breakglass.web;

import io.dendrite.scheduling.breakglass.application.OpenBreakGlass;
import io.dendrite.scheduling.breakglass.model.Grant;
import io.dendrite.scheduling.http.OneLine;
import io.dendrite.scheduling.idempotency.Creation;
import io.dendrite.scheduling.idempotency.Idempotency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opening an override in an emergency. */
@Tag(name = "Break-glass", description = "The data of another site, in an emergency")
@RestController
@RequestMapping("/api/v1/break-glass")
class BreakGlassController {

    private final OpenBreakGlass openBreakGlass;
    private final Idempotency idempotency;

    BreakGlassController(OpenBreakGlass openBreakGlass, Idempotency idempotency) {
        this.openBreakGlass = openBreakGlass;
        this.idempotency = idempotency;
    }

    /** Which site, and why. */
    @Schema(name = "BreakGlassRequest")
    record BreakGlassBody(
            @NotNull @OneLine(max = 64) @Schema(example = "harbor")
            String siteId,

            @NotNull @OneLine(max = 500) @Schema(example = "Patient of Harbor arrived here in crisis")
            String reason) {}

    /** An open override. */
    @Schema(name = "BreakGlass")
    record BreakGlassAnswer(String id, String siteId, Instant openedAt, Instant expiresAt) {

        static BreakGlassAnswer of(Grant grant) {
            return new BreakGlassAnswer(grant.id(), grant.siteId(), grant.openedAt(), grant.expiresAt());
        }
    }

    @Operation(
            summary = "Opens another site's data to you for a short time",
            description = "Send the id as header Break-Glass with each call that needs it. It is announced, and every"
                    + " call under it is on record as such.")
    @ApiResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = BreakGlassAnswer.class)))
    @PostMapping
    ResponseEntity<byte[]> open(
            @RequestHeader(name = Idempotency.KEY_HEADER, required = false) @Nullable String key,
            @Valid @RequestBody BreakGlassBody body) {
        return idempotency.once(key, "POST /break-glass", body, id -> {
            Grant grant = openBreakGlass.open(id, body.siteId(), body.reason());
            return new Creation("/api/v1/break-glass/" + grant.id(), 1, BreakGlassAnswer.of(grant));
        });
    }
}

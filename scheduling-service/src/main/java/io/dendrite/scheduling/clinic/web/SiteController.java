package io.dendrite.scheduling.clinic.web;

import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.application.Consequences;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.Ids;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.http.VersionedPut;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The clinic's locations. */
@Tag(name = "Sites", description = "Where patients are treated, and with what")
@RestController
@RequestMapping("/api/v1/sites")
class SiteController {

    private final Clinic clinic;
    private final Consequences consequences;
    private final VersionedPut<Site> put;

    SiteController(Clinic clinic, Consequences consequences) {
        this.clinic = clinic;
        this.consequences = consequences;
        this.put = new VersionedPut<>(Site::version, clinic::add, clinic::replace);
    }

    @Operation(summary = "All sites, ordered by id")
    @GetMapping
    Page<SiteAnswer> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return Page.cut(clinic.sites(), Site::id, PageRequest.of(limit, cursor)).map(SiteAnswer::of);
    }

    @Operation(summary = "One site")
    @GetMapping("/{id}")
    ResponseEntity<SiteAnswer> get(@PathVariable String id) {
        Site site = clinic.site(id).orElseThrow(() -> ProblemException.notFound("site", id));
        return VersionedPut.answer(site.version(), SiteAnswer.of(site));
    }

    @Operation(
            summary = "Creates a site, or replaces the version named by If-Match",
            description =
                    "If booked patients would find it closed, 409 names them, unless confirm=true puts them on the"
                            + " rebooking queue. dryRun=true changes nothing and names them with 200.")
    @ApiResponse(
            responseCode = "200",
            description = "Stored",
            content = @Content(schema = @Schema(implementation = SiteAnswer.class)))
    @PutMapping("/{id}")
    ResponseEntity<?> put(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SiteBody body) {
        Site wanted = body.checked(Ids.requireValid("id", id), 0);
        List<Consequences.Affected> affected = consequences.of(wanted, clinic.resources(id));
        if (dryRun) {
            return ResponseEntity.ok(new Confirmation.Answer(affected));
        }
        Confirmation.require(confirm, affected);
        Site stored = put.store(clinic.site(id), wanted::atVersion, ifMatch);
        return VersionedPut.answer(URI.create("/api/v1/sites/" + id), stored.version(), SiteAnswer.of(stored));
    }
}

package io.dendrite.scheduling.clinic.web;

import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.application.Consequences;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.http.ETags;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a site is equipped with. */
@Tag(name = "Sites")
@RestController
@RequestMapping("/api/v1/sites/{id}/resources")
class ResourceController {

    private final Clinic clinic;
    private final Consequences consequences;
    private final VersionedPut<Resource> put;

    ResourceController(Clinic clinic, Consequences consequences) {
        this.clinic = clinic;
        this.consequences = consequences;
        this.put = new VersionedPut<>(Resource::version, clinic::add, clinic::replace);
    }

    @Operation(summary = "The resources of a site, ordered by id")
    @GetMapping
    Page<ResourceAnswer> list(
            @PathVariable String id, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        site(id);
        return Page.cut(clinic.resources(id), Resource::id, PageRequest.of(limit, cursor))
                .map(ResourceAnswer::of);
    }

    @Operation(summary = "One resource")
    @GetMapping("/{rid}")
    ResponseEntity<ResourceAnswer> get(@PathVariable String id, @PathVariable String rid) {
        Resource resource = existing(id, rid);
        return VersionedPut.answer(resource.version(), ResourceAnswer.of(resource));
    }

    @Operation(
            summary = "Creates a resource, or replaces the version named by If-Match",
            description =
                    "If booked patients need what it no longer is, 409 names them, unless confirm=true puts them on the"
                            + " rebooking queue. dryRun=true changes nothing and names them with 200.")
    @ApiResponse(
            responseCode = "200",
            description = "Stored",
            content = @Content(schema = @Schema(implementation = ResourceAnswer.class)))
    @PutMapping("/{rid}")
    ResponseEntity<?> put(
            @PathVariable String id,
            @PathVariable String rid,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ResourceBody body) {
        Site site = site(id);
        Resource wanted = body.checked(id, Ids.requireValid("rid", rid), 0);
        List<Consequences.Affected> affected = consequences.of(site, with(wanted));
        if (dryRun) {
            return ResponseEntity.ok(new Confirmation.Answer(affected));
        }
        Confirmation.require(confirm, affected);
        Resource stored = put.store(clinic.resource(id, rid), wanted::atVersion, ifMatch);
        URI location = URI.create("/api/v1/sites/" + id + "/resources/" + rid);
        return VersionedPut.answer(location, stored.version(), ResourceAnswer.of(stored));
    }

    @Operation(
            summary = "Takes a resource away; with If-Match only that version. Bookings keep its id.",
            description = "For whoever is booked with it, confirm and dryRun are as for PUT.")
    @ApiResponse(responseCode = "204", description = "Taken away")
    @DeleteMapping("/{rid}")
    ResponseEntity<?> delete(
            @PathVariable String id,
            @PathVariable String rid,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Site site = site(id);
        Resource leaving = existing(id, rid);
        if (ifMatch != null) {
            ETags.requireMatch(ifMatch, leaving.version());
        }
        List<Consequences.Affected> affected = consequences.of(site, without(leaving));
        if (dryRun) {
            return ResponseEntity.ok(new Confirmation.Answer(affected));
        }
        Confirmation.require(confirm, affected);
        if (ifMatch == null ? !clinic.remove(id, rid) : !clinic.remove(id, rid, leaving.version())) {
            throw ifMatch == null ? ProblemException.notFound("resource", rid) : ProblemException.stale();
        }
        return ResponseEntity.noContent().build();
    }

    private List<Resource> with(Resource wanted) {
        return Stream.concat(without(wanted).stream(), Stream.of(wanted)).toList();
    }

    private List<Resource> without(Resource leaving) {
        return clinic.resources(leaving.siteId()).stream()
                .filter(resource -> !resource.id().equals(leaving.id()))
                .toList();
    }

    private Site site(String id) {
        return clinic.site(id).orElseThrow(() -> ProblemException.notFound("site", id));
    }

    private Resource existing(String id, String rid) {
        return clinic.resource(id, rid).orElseThrow(() -> ProblemException.notFound("resource", rid));
    }
}

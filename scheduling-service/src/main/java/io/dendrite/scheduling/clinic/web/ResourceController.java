package io.dendrite.scheduling.clinic.web;

import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.http.ETags;
import io.dendrite.scheduling.http.Ids;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.http.VersionedPut;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a site is equipped with. */
@Tag(name = "Sites")
@RestController
@RequestMapping("/api/v1/sites/{id}/resources")
class ResourceController {

    private final Clinic clinic;
    private final VersionedPut<Resource> put;

    ResourceController(Clinic clinic) {
        this.clinic = clinic;
        this.put = new VersionedPut<>(Resource::version, clinic::add, clinic::replace);
    }

    @Operation(summary = "The resources of a site, ordered by id")
    @GetMapping
    Page<ResourceAnswer> list(
            @PathVariable String id, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        requireSite(id);
        return Page.cut(clinic.resources(id), Resource::id, PageRequest.of(limit, cursor))
                .map(ResourceAnswer::of);
    }

    @Operation(summary = "One resource")
    @GetMapping("/{rid}")
    ResponseEntity<ResourceAnswer> get(@PathVariable String id, @PathVariable String rid) {
        Resource resource = existing(id, rid);
        return VersionedPut.answer(resource.version(), ResourceAnswer.of(resource));
    }

    @Operation(summary = "Creates a resource, or replaces the version named by If-Match")
    @PutMapping("/{rid}")
    ResponseEntity<ResourceAnswer> put(
            @PathVariable String id,
            @PathVariable String rid,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ResourceBody body) {
        requireSite(id);
        Resource wanted = body.checked(id, Ids.requireValid("rid", rid), 0);
        Resource stored = put.store(clinic.resource(id, rid), wanted::atVersion, ifMatch);
        URI location = URI.create("/api/v1/sites/" + id + "/resources/" + rid);
        return VersionedPut.answer(location, stored.version(), ResourceAnswer.of(stored));
    }

    @Operation(summary = "Takes a resource away; with If-Match only that version. Bookings keep its id.")
    @DeleteMapping("/{rid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String id,
            @PathVariable String rid,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        if (ifMatch == null) {
            if (!clinic.remove(id, rid)) {
                throw ProblemException.notFound("resource", rid);
            }
            return;
        }
        long version = existing(id, rid).version();
        ETags.requireMatch(ifMatch, version);
        if (!clinic.remove(id, rid, version)) {
            throw ProblemException.stale();
        }
    }

    private Resource existing(String id, String rid) {
        return clinic.resource(id, rid).orElseThrow(() -> ProblemException.notFound("resource", rid));
    }

    private void requireSite(String id) {
        if (clinic.site(id).isEmpty()) {
            throw ProblemException.notFound("site", id);
        }
    }
}

package io.dendrite.scheduling.treatment.web;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.Role;
import io.dendrite.scheduling.http.Ids;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.http.VersionedPut;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Treatment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
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

/** The catalogue of treatments. */
@Tag(
        name = "Treatments",
        description =
                "What can be booked. The defaults are configurable and to be approved by a clinician; they are not"
                        + " medical advice.")
@RestController
@RequestMapping("/api/v1/treatments")
class TreatmentController {

    private final Treatments treatments;
    private final CurrentCaller caller;
    private final VersionedPut<Treatment> put;

    TreatmentController(Treatments treatments, CurrentCaller caller) {
        this.treatments = treatments;
        this.caller = caller;
        this.put = new VersionedPut<>(Treatment::version, treatments::add, treatments::replace);
    }

    @Operation(summary = "All treatments, ordered by id")
    @GetMapping
    Page<TreatmentAnswer> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        return Page.cut(treatments.treatments(), Treatment::id, PageRequest.of(limit, cursor))
                .map(this::answer);
    }

    @Operation(summary = "One treatment")
    @GetMapping("/{id}")
    ResponseEntity<TreatmentAnswer> get(@PathVariable String id) {
        Treatment treatment = treatments.treatment(id).orElseThrow(() -> ProblemException.notFound("treatment", id));
        return VersionedPut.answer(treatment.version(), answer(treatment));
    }

    @Operation(summary = "Creates a treatment, or replaces the version named by If-Match")
    @PutMapping("/{id}")
    ResponseEntity<TreatmentAnswer> put(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody TreatmentBody body) {
        Treatment wanted = body.checked(Ids.requireValid("id", id), 0);
        Treatment stored = put.store(treatments.treatment(id), wanted::atVersion, ifMatch);
        return VersionedPut.answer(URI.create("/api/v1/treatments/" + id), stored.version(), answer(stored));
    }

    private TreatmentAnswer answer(Treatment treatment) {
        boolean clinical = caller.get()
                .map(known -> known.isOneOf(Role.CLINICIAN, Role.MANAGER))
                .orElse(false);
        return TreatmentAnswer.of(treatment, clinical);
    }
}

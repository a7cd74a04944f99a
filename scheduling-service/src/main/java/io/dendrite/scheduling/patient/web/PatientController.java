package io.dendrite.scheduling.patient.web;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.Caller;
import io.dendrite.access.model.SiteScope;
import io.dendrite.scheduling.http.ETags;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.http.VersionedPut;
import io.dendrite.scheduling.idempotency.Creation;
import io.dendrite.scheduling.idempotency.Idempotency;
import io.dendrite.scheduling.patient.application.ChangePatient;
import io.dendrite.scheduling.patient.application.ErasePatient;
import io.dendrite.scheduling.patient.application.KnownSites;
import io.dendrite.scheduling.patient.application.PatientQuery;
import io.dendrite.scheduling.patient.application.PatientRegister;
import io.dendrite.scheduling.patient.model.ContactWishes;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.reachability.application.Unreachable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is treated. */
@Tag(name = "Patients", description = "Who is treated, and how they are reached")
@RestController
@RequestMapping("/api/v1/patients")
class PatientController {

    private final PatientRegister register;
    private final ChangePatient changePatient;
    private final ErasePatient erasePatient;
    private final Unreachable unreachable;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final Clock clock;

    PatientController(
            PatientRegister register,
            ChangePatient changePatient,
            ErasePatient erasePatient,
            Unreachable unreachable,
            CurrentCaller caller,
            Idempotency idempotency,
            Clock clock) {
        this.register = register;
        this.changePatient = changePatient;
        this.erasePatient = erasePatient;
        this.unreachable = unreachable;
        this.caller = caller;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Operation(summary = "Registers a patient; with an Idempotency-Key it can be repeated safely")
    @ApiResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PatientAnswer.class)))
    @PostMapping
    ResponseEntity<byte[]> register(
            @RequestHeader(name = Idempotency.KEY_HEADER, required = false) @Nullable String key,
            @Valid @RequestBody PatientBody body) {
        return idempotency.once(key, "POST /patients", body, id -> {
            Patient wanted =
                    body.checked(id, KnownSites.ofNew(body.siteIds(), scope()), Set.of(), ContactWishes.NONE, today());
            Patient stored = register.add(wanted)
                    ? wanted
                    : register.patient(id).orElseThrow(() -> ProblemException.notFound("patient", id));
            return new Creation("/api/v1/patients/" + id, stored.version(), answer(stored));
        });
    }

    @Operation(summary = "One patient")
    @GetMapping("/{id}")
    ResponseEntity<PatientAnswer> get(@PathVariable String id) {
        Patient patient = existing(id);
        return VersionedPut.answer(patient.version(), answer(patient));
    }

    @Operation(summary = "Replaces the version of a patient's data that If-Match names")
    @PutMapping("/{id}")
    ResponseEntity<PatientAnswer> put(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PatientBody body) {
        Patient current = existing(id);
        Patient wanted = body.checked(
                id,
                KnownSites.ofChanged(body.siteIds(), current.siteIds(), scope()),
                current.enrolments(),
                current.wishes(),
                today());
        ETags.requireMatch(ifMatch, current.version());
        Patient stored = changePatient.change(current, wanted);
        return VersionedPut.answer(stored.version(), answer(stored));
    }

    @Operation(
            summary = "Erases a patient for good",
            description = "Appointments to come must be cancelled first. With If-Match only that version.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Patient patient = existing(id);
        if (ifMatch != null) {
            ETags.requireMatch(ifMatch, patient.version());
        }
        erasePatient.erase(patient, scope());
    }

    @Operation(summary = "Patients by name or e-mail address, ordered by id")
    @GetMapping
    Page<PatientAnswer> search(
            @Parameter(
                            description =
                                    "The beginning of a family name, a given name or both; case and accents do not matter")
                    @RequestParam(defaultValue = "")
                    @Size(max = 200)
                    String q,
            @Parameter(description = "The whole e-mail address; case does not matter")
                    @RequestParam
                    @Size(max = 254)
                    @Nullable
                    String email,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Page.of(
                        register.search(new PatientQuery(scope(), q, email, page.after(), page.limit() + 1)),
                        Patient::id,
                        page)
                .map(this::answer);
    }

    private PatientAnswer answer(Patient patient) {
        return PatientAnswer.of(patient, unreachable.among(List.of(patient)).isEmpty());
    }

    private Patient existing(String id) {
        return register.patient(id).orElseThrow(() -> ProblemException.notFound("patient", id));
    }

    private SiteScope scope() {
        return caller.get().map(Caller::sites).orElse(new SiteScope(false, Set.of()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

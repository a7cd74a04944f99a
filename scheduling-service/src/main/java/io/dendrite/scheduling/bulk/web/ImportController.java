package io.dendrite.scheduling.bulk.web;

import io.dendrite.scheduling.bulk.application.ImportFile;
import io.dendrite.scheduling.bulk.model.ImportKind;
import io.dendrite.scheduling.bulk.model.ImportOrder;
import io.dendrite.scheduling.bulk.model.ImportProgress;
import io.dendrite.scheduling.bulk.model.RowError;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bringing in what another system knows. */
@Tag(name = "Imports", description = "Patients, resources and appointments from files")
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private static final String TEXT_CSV = "text/csv";

    private final ImportFile file;
    private final Clinic clinic;

    ImportController(ImportFile file, Clinic clinic) {
        this.file = file;
        this.clinic = clinic;
    }

    @Operation(
            summary = "Takes a CSV file of a kind (patients, resources, appointments) for a site",
            description =
                    "Answers once the file has arrived; the import goes on and its address says how far it is. The same"
                            + " file again changes nothing, or goes on after an interruption. dryRun=true checks only,"
                            + " update=true replaces what differs, tell=true tells patients of appointments.")
    @RequestBody(content = @Content(mediaType = TEXT_CSV))
    @PostMapping
    ResponseEntity<ImportAnswer> begin(
            @Parameter(example = "patients") @RequestParam String kind,
            @Parameter(example = "riverside") @RequestParam String site,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean update,
            @RequestParam(defaultValue = "false") boolean tell,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        // Not a condition of the mapping: whoever may not import is told so, whatever they send.
        if (type == null || !MediaType.valueOf(TEXT_CSV).includes(type)) {
            throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.valueOf(TEXT_CSV)));
        }
        ImportKind rows = ImportKind.of(kind)
                .orElseThrow(() -> ProblemException.invalid("kind", "must be patients, resources or appointments"));
        requireSite(site);
        ImportOrder order = new ImportOrder(UUID.randomUUID().toString(), rows, site, dryRun, update, tell);
        ImportProgress begun = file.begin(order, request.getInputStream());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + order.id()))
                .body(ImportAnswer.of(begun));
    }

    @Operation(summary = "How far an import is")
    @GetMapping("/{id}")
    ImportAnswer get(@PathVariable String id) {
        return ImportAnswer.of(file.progress(id));
    }

    @Operation(summary = "The first 1,000 errors of an import, in the order of the file")
    @GetMapping("/{id}/errors")
    Page<RowError> errors(
            @PathVariable String id, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        List<RowError> errors = file.progress(id).errors();
        return Page.cut(
                        IntStream.range(0, errors.size()).boxed().toList(),
                        "%06d"::formatted,
                        PageRequest.of(limit, cursor))
                .map(errors::get);
    }

    @Operation(summary = "The latest imports of a site, the newest first")
    @GetMapping
    Page<ImportAnswer> list(@Parameter(example = "riverside") @RequestParam String site) {
        requireSite(site);
        return new Page<>(file.ofSite(site).stream().map(ImportAnswer::of).toList(), null);
    }

    private void requireSite(String site) {
        if (clinic.site(site).isEmpty()) {
            throw ProblemException.invalid("site", "must be the id of a site");
        }
    }
}

package io.dendrite.scheduling.audit.web;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.SiteScope;
import io.dendrite.audit.application.AuditChains;
import io.dendrite.audit.application.AuditQuery;
import io.dendrite.audit.application.VerifyChains;
import io.dendrite.audit.model.AuditRecord;
import io.dendrite.audit.model.Link;
import io.dendrite.audit.model.Verdict;
import io.dendrite.encryption.SharedSeal;
import io.dendrite.scheduling.http.Page;
import io.dendrite.scheduling.http.PageRequest;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who saw or changed what, of the sites that the auditor's token covers. Reading it is on record too. */
@Tag(name = "Audit", description = "Who saw or changed what")
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final String NO_SITE_SPOKEN = "the records of no single site";

    private final AuditChains chains;
    private final VerifyChains verifyChains;
    private final CurrentCaller caller;
    private final SharedSeal seal;

    AuditController(AuditChains chains, VerifyChains verifyChains, CurrentCaller caller, SharedSeal seal) {
        this.seal = seal;
        this.chains = chains;
        this.verifyChains = verifyChains;
        this.caller = caller;
    }

    /** What became of checking the chain of a site. */
    @Schema(name = "AuditVerification")
    record VerificationAnswer(
            String site,
            boolean intact,

            @Schema(description = "The oldest place that is kept")
            long first,

            @Schema(description = "How many links are whole, from there on")
            long links,

            @Schema(description = "The first place that is not as it was written") @Nullable
            Long brokenAt,

            @Schema(description = "MISSING, ALTERED or DETACHED") @Nullable
            String broken) {

        static VerificationAnswer of(Verdict verdict) {
            Verdict.Break broken = verdict.broken();
            return new VerificationAnswer(
                    verdict.site(),
                    broken == null,
                    verdict.first(),
                    verdict.links(),
                    broken == null ? null : broken.sequence(),
                    broken == null ? null : broken.kind().name());
        }
    }

    /** One for each chain. */
    @Schema(name = "AuditVerifications")
    record VerificationsAnswer(List<VerificationAnswer> items) {}

    @Operation(summary = "Records, newest first")
    @GetMapping
    Page<AuditAnswer> search(
            @Parameter(example = "riverside") @RequestParam @Nullable String site,
            @RequestParam @Nullable String patientId,
            @RequestParam @Nullable String actor,
            @Parameter(example = "2027-03-08T00:00:00Z", description = "A time with an offset") @RequestParam @Nullable
                    String from,
            @Parameter(example = "2027-03-09T00:00:00Z", description = "A time with an offset, exclusive")
                    @RequestParam
                    @Nullable
                    String to,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        if (site != null) {
            requireInView(site);
        }
        PageRequest page = PageRequest.of(limit, cursor);
        AuditQuery query = new AuditQuery(
                inView(),
                site,
                patientId,
                actor,
                AuditTimes.parse("from", from),
                AuditTimes.parse("to", to),
                AuditTimes.position(page.after()),
                page.limit() + 1);
        return Page.of(chains.find(query), AuditController::key, page)
                .map(link -> AuditAnswer.of(link, statement(link)));
    }

    @Operation(
            summary = "Checks the chain of a site, or of all sites that your token covers",
            description = "Names the first record that was edited, removed or moved since it was written."
                    + " The site \"-\" is the chain of " + NO_SITE_SPOKEN + ".")
    @GetMapping("/verification")
    VerificationsAnswer verify(@Parameter(example = "riverside") @RequestParam @Nullable String site) {
        if (site != null) {
            requireInView(site);
        }
        List<String> which = site == null
                ? chains.sites().stream().filter(caller::covers).sorted().toList()
                : List.of(site);
        return new VerificationsAnswer(which.stream()
                .map(verifyChains::verify)
                .map(VerificationAnswer::of)
                .toList());
    }

    private void requireInView(String site) {
        boolean known = site.equals(AuditRecord.NO_SITE) || chains.sites().contains(site);
        if (!caller.covers(site) || !known) {
            throw ProblemException.notFound("audit chain of site", site);
        }
    }

    private SiteScope inView() {
        return caller.get().map(known -> known.sites()).orElseGet(() -> new SiteScope(false, Set.of()));
    }

    private @Nullable String statement(Link link) {
        String sealed = link.record().statement();
        return sealed == null
                ? null
                : new String(seal.open(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
    }

    private static String key(Link link) {
        return link.record().time().toEpochMilli() + "." + link.record().id();
    }
}

package io.dendrite.scheduling.bulk.application;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.Caller;
import io.dendrite.scheduling.bulk.model.ImportOrder;
import io.dendrite.scheduling.bulk.model.ImportProgress;
import io.dendrite.scheduling.bulk.model.ImportStatus;
import io.dendrite.scheduling.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Imports as the current caller may start and see them. */
@Component
public class ImportFile {

    private static final int MOST_LISTED = 200;

    private final RunImports run;
    private final Imports imports;
    private final CurrentCaller caller;
    private final Clock clock;

    ImportFile(RunImports run, Imports imports, CurrentCaller caller, Clock clock) {
        this.run = run;
        this.imports = imports;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Takes a file in; the caller's view of the site was asked before.
     *
     * @throws ProblemException 503 when too many wait
     * @throws IOException when it does not arrive
     */
    public ImportProgress begin(ImportOrder order, InputStream file) throws IOException {
        return run.begin(order, caller.get().map(Caller::actor).orElseThrow(), file);
    }

    /**
     * How far one is.
     *
     * @throws ProblemException 404
     */
    public ImportProgress progress(String id) {
        return imports.progress(id)
                .filter(found -> caller.covers(found.order().siteId()))
                .map(this::asItStands)
                .orElseThrow(() -> ProblemException.notFound("import", id));
    }

    /** The latest of a site, the newest first. */
    public List<ImportProgress> ofSite(String siteId) {
        return imports.ofSite(siteId, MOST_LISTED).stream()
                .map(this::asItStands)
                .toList();
    }

    private ImportProgress asItStands(ImportProgress progress) {
        boolean silent = progress.status() == ImportStatus.RUNNING
                && progress.seenAt().plus(RunImports.SILENCE).isBefore(clock.instant());
        return silent ? progress.interrupted() : progress;
    }
}

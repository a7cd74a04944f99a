package io.dendrite.scheduling.bulk.web;

import io.dendrite.scheduling.bulk.model.ImportOrder;
import io.dendrite.scheduling.bulk.model.ImportProgress;
import io.dendrite.scheduling.bulk.model.ImportStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an import is, as it is answered. */
@Schema(name = "Import")
record ImportAnswer(
        String id,
        @Schema(example = "patients") String kind,
        String siteId,
        boolean dryRun,
        boolean update,
        boolean tell,
        ImportStatus status,
        Instant startedAt,
        Instant seenAt,
        long rows,
        long created,
        long updated,
        long unchanged,
        long refused,

        @Schema(description = "What is wrong with the file as a whole") @Nullable
        String message) {

    static ImportAnswer of(ImportProgress progress) {
        ImportOrder order = progress.order();
        return new ImportAnswer(
                order.id(),
                order.kind().path(),
                order.siteId(),
                order.dryRun(),
                order.update(),
                order.tell(),
                progress.status(),
                progress.startedAt(),
                progress.seenAt(),
                progress.rows(),
                progress.created(),
                progress.updated(),
                progress.unchanged(),
                progress.refused(),
                progress.message());
    }
}

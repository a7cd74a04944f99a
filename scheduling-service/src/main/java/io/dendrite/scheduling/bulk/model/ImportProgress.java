package io.dendrite.scheduling.bulk.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param order what was to be done
 * @param startedAt when the file had arrived
 * @param startedBy who sent it
 * @param seenAt when it was last written
 * @param status how it stands
 * @param created rows that were not there before; of a dry run, that would be stored
 * @param updated rows that replaced what was stored
 * @param unchanged rows that were there with the same content
 * @param refused rows that were not taken
 * @param message what is wrong with the file as a whole; null when nothing is
 * @param errors the first errors, in the order of the file
 */
public record ImportProgress(
        ImportOrder order,
        Instant startedAt,
        String startedBy,
        Instant seenAt,
        ImportStatus status,
        long created,
        long updated,
        long unchanged,
        long refused,
        @Nullable String message,
        List<RowError> errors) {

    public ImportProgress {
        errors = List.copyOf(errors);
    }

    /** One that begins. */
    public static ImportProgress begun(ImportOrder order, String by, Instant now) {
        return new ImportProgress(order, now, by, now, ImportStatus.RUNNING, 0, 0, 0, 0, null, List.of());
    }

    /** All rows so far. */
    public long rows() {
        return created + updated + unchanged + refused;
    }

    /** The same after the rows of a tally. */
    public ImportProgress at(Instant now, ImportStatus reached, ImportTally tally, @Nullable String problem) {
        return new ImportProgress(
                order,
                startedAt,
                startedBy,
                now,
                reached,
                tally.created(),
                tally.updated(),
                tally.unchanged(),
                tally.refused(),
                problem,
                tally.errors());
    }

    /** The same of a service that is no longer there to go on. */
    public ImportProgress interrupted() {
        return new ImportProgress(
                order,
                startedAt,
                startedBy,
                seenAt,
                ImportStatus.INTERRUPTED,
                created,
                updated,
                unchanged,
                refused,
                message,
                errors);
    }
}

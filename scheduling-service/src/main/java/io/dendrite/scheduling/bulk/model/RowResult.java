package io.dendrite.scheduling.bulk.model;

import java.util.List;

/** What became of one row. */
public record RowResult(RowOutcome outcome, List<RowError> errors) {

    public RowResult {
        errors = List.copyOf(errors);
    }

    /** A row that was taken, or was there already. */
    public static RowResult of(RowOutcome outcome) {
        return new RowResult(outcome, List.of());
    }

    /** A row that was refused for one thing. */
    public static RowResult refused(ImportRow row, String field, String message) {
        return refused(List.of(new RowError(row.line(), field, message)));
    }

    /** A row that was refused. */
    public static RowResult refused(List<RowError> errors) {
        return new RowResult(RowOutcome.REFUSED, errors);
    }
}

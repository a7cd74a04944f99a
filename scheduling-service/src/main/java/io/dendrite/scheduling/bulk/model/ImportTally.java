package io.dendrite.scheduling.bulk.model;

import java.util.ArrayList;
import java.util.List;

/** Counts rows by outcome and keeps the first errors. Grows no further than {@link #KEPT_ERRORS}; for one thread. */
public final class ImportTally {

    /** How many errors are kept; later ones are only counted with their rows. */
    public static final int KEPT_ERRORS = 1_000;

    private final List<RowError> errors = new ArrayList<>();
    private long created;
    private long updated;
    private long unchanged;
    private long refused;

    /** Counts one row. */
    public void add(RowResult result) {
        switch (result.outcome()) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
            case REFUSED -> refused++;
        }
        result.errors().stream().limit(KEPT_ERRORS - errors.size()).forEach(errors::add);
    }

    /** All rows so far. */
    public long read() {
        return created + updated + unchanged + refused;
    }

    /** Rows that were not there before. */
    public long created() {
        return created;
    }

    /** Rows that were there with other content. */
    public long updated() {
        return updated;
    }

    /** Rows that were there with the same content. */
    public long unchanged() {
        return unchanged;
    }

    /** Rows that were refused. */
    public long refused() {
        return refused;
    }

    /** The first errors, in the order of the file. */
    public List<RowError> errors() {
        return List.copyOf(errors);
    }
}

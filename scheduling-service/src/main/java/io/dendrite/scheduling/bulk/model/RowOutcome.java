package io.dendrite.scheduling.bulk.model;

/** How a row ended. */
public enum RowOutcome {
    CREATED,
    /** The same content was stored before. */
    UNCHANGED,
    REFUSED
}

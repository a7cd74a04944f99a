package io.dendrite.scheduling.bulk.model;

/** How a row ended. */
public enum RowOutcome {
    CREATED,
    /** Other content was stored before. */
    UPDATED,
    /** The same content was stored before. */
    UNCHANGED,
    REFUSED
}

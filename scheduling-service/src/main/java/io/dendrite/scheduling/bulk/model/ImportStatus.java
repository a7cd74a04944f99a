package io.dendrite.scheduling.bulk.model;

/** How an import stands. */
public enum ImportStatus {
    /** Its file is here and waits for its turn, or is worked on. */
    RUNNING,
    /** All rows were looked at; some may have been refused. */
    DONE,
    /** The file cannot be read beyond a line; rows before it were taken. */
    UNREADABLE,
    /** The service stopped in between. The same file again goes on where this one ended. */
    INTERRUPTED
}

package io.dendrite.scheduling.calendar.application;

/** The entry was changed since it was read. */
public final class StaleEntryException extends RuntimeException {

    public StaleEntryException() {
        super("the entry was changed since it was read", null, false, false);
    }
}

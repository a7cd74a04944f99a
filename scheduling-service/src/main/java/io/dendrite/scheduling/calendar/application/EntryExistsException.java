package io.dendrite.scheduling.calendar.application;

/** An entry with the id is stored already, by an earlier attempt of the same request. */
public final class EntryExistsException extends RuntimeException {

    public EntryExistsException() {
        super("an entry with the id exists", null, false, false);
    }
}

package io.dendrite.scheduling.bulk.application;

/** The rest of a file cannot be read: it is not CSV in UTF-8 as described. Rows before it were handed on. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final long line;

    UnreadableFileException(long line, String message) {
        super(message);
        this.line = line;
    }

    /** The line where the first row starts that was not handed on, from 1; the fault is there or later. */
    public long line() {
        return line;
    }
}

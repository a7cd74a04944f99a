package io.dendrite.localstack.stack;

/** Why the stack cannot run, said to the person who asked for it: what, where, and what to do about it. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message is shown as it is, without a stack trace. */
    public StackFailure(String message) {
        super(message);
    }

    /** The same, with what led to it for the log. */
    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

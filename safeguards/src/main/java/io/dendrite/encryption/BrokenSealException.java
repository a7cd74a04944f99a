package io.dendrite.encryption;

/** Sealed bytes were changed, or are somebody else's. */
public final class BrokenSealException extends RuntimeException {

    /** Says what is wrong with them, never what they hold. */
    public BrokenSealException(String what, Throwable cause) {
        super(what, cause);
    }

    /** Says what is wrong with them, never what they hold. */
    public BrokenSealException(String what) {
        super(what);
    }
}

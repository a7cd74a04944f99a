package io.dendrite.notification.page.application;

/** The scheduling service did not do what it was asked. */
public final class DeskRefusedException extends RuntimeException {

    /** Why. */
    public enum Why {
        /** The birth date is another one. */
        WRONG_BIRTH_DATE,
        /** There is no such thing any more, or it cannot be done as things are. */
        NOT_POSSIBLE,
        /** It cannot be reached, or cannot answer now. */
        AWAY
    }

    private final Why why;

    /** A refusal. */
    public DeskRefusedException(Why why) {
        super("the scheduling service refused: " + why);
        this.why = why;
    }

    /** Why. */
    public Why why() {
        return why;
    }
}

package io.dendrite.audit.model;

/** What became of what the actor wanted. */
public enum Outcome {
    /** It was done, or shown. */
    SUCCESS,
    /** It was refused, and nothing was changed. */
    REFUSED,
    /** It failed on the way; whether something was changed, other records tell. */
    FAILED;

    /** The outcome that an HTTP status stands for. */
    public static Outcome ofStatus(int status) {
        if (status >= 500) {
            return FAILED;
        }
        return status >= 400 ? REFUSED : SUCCESS;
    }
}

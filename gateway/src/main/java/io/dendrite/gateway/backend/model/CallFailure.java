package io.dendrite.gateway.backend.model;

/** How far a call came that failed: this decides whether it may be made again. */
public enum CallFailure {
    /** There was no connection, so nothing was sent. */
    NOT_CONNECTED,
    /** The connection broke before an answer: the service may have acted. */
    BROKEN,
    /** No answer came in time: the service may have acted, and may still be at it. */
    TIMED_OUT;

    private static final int MOST_SENDS = 2;

    /**
     * Whether another instance, or the same again, may be tried.
     *
     * <p>What was never sent may always be sent. What may have been acted on is sent again only if that changes
     * nothing (RFC 9110, section 9.2.2), and only once. A slow answer is never asked for twice: that would double the
     * load just when there is too much of it.
     *
     * @param safe whether the method only reads
     * @param sends how often the request has gone out, this failure included
     */
    public boolean allowsAnotherTry(boolean safe, int sends) {
        return switch (this) {
            case NOT_CONNECTED -> true;
            case BROKEN -> safe && sends < MOST_SENDS;
            case TIMED_OUT -> false;
        };
    }
}

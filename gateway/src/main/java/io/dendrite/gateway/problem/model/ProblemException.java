package io.dendrite.gateway.problem.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem answer. */
public final class ProblemException extends RuntimeException {

    private final ProblemKind kind;
    private final String detail;
    private final @Nullable Duration retryAfter;

    /** A problem that the client can or must solve otherwise than by waiting. */
    public ProblemException(ProblemKind kind, String detail) {
        this(kind, detail, null, null);
    }

    /**
     * A problem with its origin.
     *
     * @param retryAfter how long a client should wait before it tries again, or null where waiting does not help
     * @param cause for the log, never for the client
     */
    public ProblemException(ProblemKind kind, String detail, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(detail, cause);
        this.kind = kind;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /** What kind of problem it is. */
    public ProblemKind kind() {
        return kind;
    }

    /** What is wrong and what would be right, fit for the client. */
    public String detail() {
        return detail;
    }

    /** How long a client should wait before it tries again, if that helps. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}

package io.dendrite.scheduling.problem.web;

import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.io.IOException;

/** A body went past the limit while it was being read. */
final class RequestTooLargeException extends IOException {

    private final long limitBytes;

    RequestTooLargeException(long limitBytes) {
        super("the body is larger than " + limitBytes + " bytes");
        this.limitBytes = limitBytes;
    }

    ProblemException problem() {
        return ProblemException.of(
                ProblemType.REQUEST_TOO_LARGE, "The body must not be larger than " + limitBytes + " bytes.");
    }
}

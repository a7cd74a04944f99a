package io.dendrite.gateway.problem.web;

import io.dendrite.gateway.problem.model.ProblemException;
import io.dendrite.gateway.problem.model.ProblemKind;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import org.springframework.web.server.ResponseStatusException;

/** Says for any failure what the client is told. What a library wrote into an exception is never passed on. */
final class FailureTranslation {

    private FailureTranslation() {}

    static ProblemException problemOf(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        ProblemKind kind = kindOf(failure);
        return new ProblemException(kind, detailOf(kind), null, failure);
    }

    private static ProblemKind kindOf(Throwable failure) {
        if (failure instanceof ResponseStatusException status) {
            return ProblemKind.ofStatus(status.getStatusCode().value());
        }
        // These come while an answer is being passed on: before it, the choice of an instance deals with them.
        if (failure instanceof ReadTimeoutException) {
            return ProblemKind.TIMEOUT;
        }
        return failure instanceof IOException ? ProblemKind.BAD_GATEWAY : ProblemKind.INTERNAL;
    }

    private static String detailOf(ProblemKind kind) {
        return switch (kind) {
            case NOT_FOUND ->
                "Nothing is served under this path. The API is under /api/v1, its documentation under"
                        + " /swagger-ui.html.";
            case METHOD_NOT_ALLOWED -> "This path does not support the method that was used.";
            case NOT_ACCEPTABLE -> "This path cannot produce any of the media types in the Accept header.";
            case BAD_GATEWAY -> "The service broke off while it was answering.";
            case TIMEOUT -> "The service stopped answering.";
            case UNAVAILABLE -> "The service cannot be reached.";
            case INTERNAL -> "The gateway failed. The trace id names this failure in its log.";
            default -> "The gateway cannot read this request.";
        };
    }
}

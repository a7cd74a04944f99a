package io.dendrite.scheduling.problem.web;

import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;

/** The problem for a bare status, where Spring or Tomcat refused a request before anything of ours saw it. */
final class Statuses {

    private Statuses() {}

    static ProblemException problem(int status) {
        return switch (status) {
            case 404 ->
                ProblemException.of(
                        ProblemType.NOT_FOUND, "There is nothing at this address; /v3/api-docs lists what there is.");
            case 405 ->
                ProblemException.of(
                        ProblemType.METHOD_NOT_ALLOWED, "The header Allow lists the methods that this address knows.");
            case 406 -> ProblemException.of(ProblemType.NOT_ACCEPTABLE, "Answers are application/json.");
            case 413 -> ProblemException.of(ProblemType.REQUEST_TOO_LARGE, "Send less.");
            case 415 ->
                ProblemException.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Send the body as application/json, a calendar as text/calendar or rows as text/csv where those are"
                                + " taken, and say so in Content-Type.");
            case 503 -> Outage.problem();
            default ->
                status < 500
                        ? ProblemException.of(ProblemType.INVALID_REQUEST, "The request is malformed.")
                        : internalError();
        };
    }

    static ProblemException internalError() {
        return ProblemException.of(
                ProblemType.INTERNAL_ERROR, "Nobody expected this. Tell the operator the traceId of this answer.");
    }
}

package io.dendrite.gateway.problem.model;

/**
 * An error answer as RFC 9457 defines it, with the trace that tells an operator more.
 *
 * @param type identifies the kind of problem, a relative URI
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what is wrong this time and what would be right; never a patient's data
 * @param instance the path that was asked for, without its query
 * @param traceId 32 hexadecimal digits
 */
public record Problem(String type, String title, int status, String detail, String instance, String traceId) {

    /** The media type of its JSON form. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of a kind that the gateway knows. */
    public static Problem of(ProblemKind kind, String detail, String instance, String traceId) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, instance, traceId);
    }
}

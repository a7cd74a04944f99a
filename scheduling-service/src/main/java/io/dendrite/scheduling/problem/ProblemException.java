package io.dendrite.scheduling.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends a request with an RFC 9457 problem. What it says reaches the client, so it names ids at most, never a person.
 *
 * <p>It is an answer, not an accident: it has no stack trace and is not logged.
 */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final String detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;
    private final transient Map<String, String> headers;

    private ProblemException(
            ProblemType type,
            String detail,
            List<FieldError> errors,
            Map<String, Object> members,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        this.headers = Map.copyOf(headers);
    }

    /** A problem of any type; the detail says what happened and what would be right. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), Map.of(), Map.of());
    }

    /** A refusal because of the state of things, usually a 409. */
    public static ProblemException conflict(ProblemType type, String detail) {
        return of(type, detail);
    }

    /** 404: the path names something that does not exist. */
    public static ProblemException notFound(String what, String id) {
        return of(ProblemType.NOT_FOUND, "There is no " + what + " \"" + id + "\".");
    }

    /** 400: one field, parameter or header is wrong; the message says what would be right. */
    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** 400: these fields are wrong. */
    public static ProblemException invalid(List<FieldError> errors) {
        return of(ProblemType.INVALID_REQUEST, "See \"errors\" for each field and what would be right.")
                .withErrors(errors);
    }

    /** 412: the version in If-Match is not the current one. */
    public static ProblemException stale() {
        return of(
                ProblemType.STALE_VERSION,
                "The version in If-Match is not the current one: read it again and repeat the change.");
    }

    /** 428: a change of something that exists needs If-Match. */
    public static ProblemException preconditionRequired() {
        return of(
                ProblemType.PRECONDITION_REQUIRED,
                "It exists already: send If-Match with the ETag of the version that you mean to change.");
    }

    /** The same problem with these field errors. */
    public ProblemException withErrors(List<FieldError> fieldErrors) {
        return new ProblemException(type, detail, fieldErrors, members, headers);
    }

    /** The same problem with an extension member such as {@code alternatives}, written as JSON. */
    public ProblemException with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new ProblemException(type, detail, errors, more, headers);
    }

    /** The same problem with a response header. */
    public ProblemException withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ProblemException(type, detail, errors, members, more);
    }

    /** What kind of failure it is. */
    public ProblemType type() {
        return type;
    }

    /** What happened this time, for people. */
    public String detail() {
        return detail;
    }

    /** The fields that are wrong; often empty. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Extension members, in order. */
    public Map<String, Object> members() {
        return members;
    }

    /** Headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }
}

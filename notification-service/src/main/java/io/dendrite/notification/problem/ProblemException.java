package io.dendrite.notification.problem;

import java.util.List;

/** A request that cannot be served, with the answer it gets (RFC 9457). */
public final class ProblemException extends RuntimeException {

    private final int status;
    private final String type;
    private final String title;
    private final transient List<FieldProblem> errors;

    /**
     * What is wrong with one field.
     *
     * @param field its path, such as {@code texts.signature}
     * @param message what would be right, as "must be …"
     */
    public record FieldProblem(String field, String message) {}

    private ProblemException(int status, String type, String title, String detail, List<FieldProblem> errors) {
        super(detail);
        this.status = status;
        this.type = type;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    /** 400: fields have values that mean nothing here. */
    public static ProblemException invalid(List<FieldProblem> errors) {
        FieldProblem first = errors.get(0);
        return new ProblemException(
                400, "invalid-request", "The request is not valid", first.field() + " " + first.message(), errors);
    }

    /** 404: there is no such thing, or none that the caller may know of. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(404, "not-found", "Not found", detail, List.of());
    }

    /** 409: it cannot be done as things are. */
    public static ProblemException conflict(String type, String title, String detail) {
        return new ProblemException(409, type, title, detail, List.of());
    }

    /** 412: somebody else changed it meanwhile. */
    public static ProblemException stale() {
        return new ProblemException(
                412, "stale", "Changed meanwhile", "Somebody else changed this meanwhile: read it again.", List.of());
    }

    /** 428: the version that the change is meant for is not named. */
    public static ProblemException preconditionRequired() {
        return new ProblemException(
                428,
                "precondition-required",
                "The version is missing",
                "Send If-Match with the ETag of what you read.",
                List.of());
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The last part of the problem's type. */
    public String type() {
        return type;
    }

    /** The problem's title. */
    public String title() {
        return title;
    }

    /** Which fields are wrong; empty where that is not the matter. */
    public List<FieldProblem> errors() {
        return errors;
    }
}

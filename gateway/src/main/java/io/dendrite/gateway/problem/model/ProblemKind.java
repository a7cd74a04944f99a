package io.dendrite.gateway.problem.model;

/** The kinds of problem that the gateway itself answers with; services add their own. */
public enum ProblemKind {
    /** The request cannot be read, or its target is written in a way that could be read in two ways. */
    MALFORMED_REQUEST(400, "malformed-request", "The request is malformed"),
    /** There is no token, or none that counts. */
    UNAUTHENTICATED(401, "unauthenticated", "Authentication is needed"),
    /** The caller is known, but this is not for the caller. */
    FORBIDDEN(403, "forbidden", "Not allowed"),
    /** Nothing is served under this path. */
    NOT_FOUND(404, "not-found", "Not found"),
    /** The path is served, but not with this method. */
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed"),
    /** None of the media types that the client accepts can be produced. */
    NOT_ACCEPTABLE(406, "not-acceptable", "Not acceptable"),
    /** The client took too long to send its request. */
    REQUEST_TIMEOUT(408, "request-timeout", "The request took too long to arrive"),
    /** The body is larger than the gateway lets through. */
    PAYLOAD_TOO_LARGE(413, "payload-too-large", "The request body is too large"),
    /** The request line is longer than the gateway reads. */
    URI_TOO_LONG(414, "uri-too-long", "The address is too long"),
    /** The client, or the caller, has asked too often. */
    QUOTA_EXCEEDED(429, "quota-exceeded", "Too many requests"),
    /** The headers are longer than the gateway reads. */
    HEADERS_TOO_LARGE(431, "headers-too-large", "The request headers are too large"),
    /** A defect of the gateway. */
    INTERNAL(500, "internal", "Internal error"),
    /** The service broke off before it answered: whether it acted is unknown. */
    BAD_GATEWAY(502, "bad-gateway", "The service broke off"),
    /** The service could not be reached: nothing was done. */
    UNAVAILABLE(503, "unavailable", "Service unavailable"),
    /** The service did not answer in time: whether it acted is unknown. */
    TIMEOUT(504, "timeout", "The service did not answer in time");

    private final int status;
    private final String name;
    private final String title;

    ProblemKind(int status, String name, String title) {
        this.status = status;
        this.name = name;
        this.title = title;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** The stable identifier, a relative URI. */
    public String type() {
        return "/problems/" + name;
    }

    /** What it is, in a few words, the same each time. */
    public String title() {
        return title;
    }

    /** The kind for a status that some part of the framework chose. */
    public static ProblemKind ofStatus(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL;
    }
}

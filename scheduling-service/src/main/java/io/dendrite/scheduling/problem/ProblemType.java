package io.dendrite.scheduling.problem;

/**
 * The kinds of failure a client can tell apart. Their slugs are part of the API and fixed; all stand in
 * {@code docs/scheduling-service.md}.
 */
public enum ProblemType {
    INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
    WRONG_BIRTH_DATE("wrong-birth-date", 403, "The birth date is another one"),
    NOT_FOUND("not-found", 404, "There is no such thing"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not know the method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "The answer does not exist in that form"),
    SLOT_TAKEN("slot-taken", 409, "That time is taken"),
    PATIENT_BUSY("patient-busy", 409, "The patient has another appointment then"),
    ILLEGAL_STATUS("illegal-status", 409, "The status does not allow this"),
    WOULD_STRAND("would-strand", 409, "Booked patients would be stranded"),
    NO_OFFER("no-offer", 409, "No place is offered"),
    WAITING_ALREADY("waiting-already", 409, "The patient waits already"),
    OBSERVATION_TOO_SHORT("observation-too-short", 409, "The patient must be observed longer"),
    ESCORT_MISSING("escort-missing", 422, "Nobody is recorded who takes the patient home"),
    HOLD_EXPIRED("hold-expired", 409, "The hold is over"),
    HOLD_USED("hold-used", 409, "The hold has become a booking"),
    HOLD_EXTENDED_ALREADY("hold-extended-already", 409, "The hold was extended before"),
    TOO_MANY_HOLDS("too-many-holds", 409, "You hold as much as you can"),
    KNOWN_ELSEWHERE("known-elsewhere", 409, "Other sites know the patient"),
    APPOINTMENTS_TO_COME("appointments-to-come", 409, "The patient has appointments to come"),
    REQUEST_IN_PROGRESS("request-in-progress", 409, "The same request is still being worked on"),
    STALE_VERSION("stale-version", 412, "It was changed in the meantime"),
    REQUEST_TOO_LARGE("request-too-large", 413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The media type is not taken"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The idempotency key belongs to another request"),
    HOLD_MISMATCH("hold-mismatch", 422, "The hold is for something else"),
    NOT_OPEN("not-open", 422, "The clinic is not open then"),
    SITE_NOT_CERTIFIED("site-not-certified", 422, "The site is not certified for the treatment"),
    PATIENT_NOT_ENROLLED("patient-not-enrolled", 422, "The patient is not enrolled for the treatment"),
    PRECONDITION_REQUIRED("precondition-required", 428, "Say which version you change"),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong here"),
    UNAVAILABLE("unavailable", 503, "The service cannot answer now");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The value of the problem's {@code type}, a reference relative to the service, such as {@code /problems/slot-taken}. */
    public String type() {
        return "/problems/" + slug;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** One sentence for people, the same for all problems of the type. */
    public String title() {
        return title;
    }
}

package io.dendrite.scheduling.calendar.model;

/** A step of a visit was refused; the message says why, and what would be right. */
public final class VisitStepException extends RuntimeException {

    /** What kind of a reason it is. */
    public enum Why {
        /** The status does not lead there, or it is not the time. */
        NOT_NOW,
        /** The treatment asks that somebody takes the patient home, and nobody is recorded. */
        NO_ESCORT,
        /** The treatment's minimum of observation has not passed. */
        OBSERVATION_TOO_SHORT
    }

    private final Why why;
    private final String detail;

    VisitStepException(Why why, String detail) {
        super(detail);
        this.why = why;
        this.detail = detail;
    }

    /** Why it was refused, and what would be right. */
    public String detail() {
        return detail;
    }

    /** The kind of reason. */
    public Why why() {
        return why;
    }
}

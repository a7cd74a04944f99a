package io.dendrite.notification.ledger.model;

/** For which reason a patient is written to. The names are stored and answered over HTTP: they never change. */
public enum NoticeKind {
    /** A booking was made, of one visit or of several. */
    BOOKING_CONFIRMED,
    /** One appointment has another time. */
    APPOINTMENT_RESCHEDULED,
    /** One appointment no longer takes place. */
    APPOINTMENT_CANCELLED,
    /** One appointment is near. */
    APPOINTMENT_REMINDER,
    /** A place became free and is held for the patient for a while. */
    WAITLIST_OFFERED
}

package io.dendrite.notification.calendarfile.model;

/** What the recipient's calendar is to do (RFC 5546, 3.2). */
public enum CalendarMethod {
    /** Add the appointment, or take over its newer revision. */
    REQUEST,
    /** Take the appointment out. */
    CANCEL
}

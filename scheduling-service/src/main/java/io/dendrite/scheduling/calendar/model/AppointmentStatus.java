package io.dendrite.scheduling.calendar.model;

/** Where an appointment stands. */
public enum AppointmentStatus {
    /** It is to take place and holds its resources. */
    BOOKED,
    /** It was called off and holds nothing. */
    CANCELLED
}

package io.dendrite.scheduling.calendar.model;

/** What an appointment is to the course that it belongs to. */
public enum AppointmentKind {
    /** One of the course's visits, which keep the protocol's spacing. */
    SESSION,
    /** A visit after the course that keeps up what the course has done; its distance is the clinician's choice. */
    BOOSTER
}

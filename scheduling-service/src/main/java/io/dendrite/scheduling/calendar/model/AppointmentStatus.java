package io.dendrite.scheduling.calendar.model;

import java.util.EnumSet;
import java.util.Set;

/** Where an appointment stands, after the states of FHIR's Appointment and Encounter as a clinic calls them. */
public enum AppointmentStatus {
    /** It is to take place and holds its resources. */
    BOOKED,
    /** The patient is there and waits. */
    ARRIVED,
    /** Preparation or administration has begun. */
    IN_TREATMENT,
    /** The administration is over and the patient is watched. */
    OBSERVATION,
    /** The patient was discharged. */
    FULFILLED,
    /** It was called off and holds nothing. */
    CANCELLED,
    /** The patient did not come; it holds nothing. */
    NO_SHOW;

    /** What may follow. */
    public Set<AppointmentStatus> next() {
        return switch (this) {
            case BOOKED -> EnumSet.of(ARRIVED, CANCELLED, NO_SHOW);
            case ARRIVED -> EnumSet.of(IN_TREATMENT);
            case IN_TREATMENT -> EnumSet.of(OBSERVATION, FULFILLED);
            case OBSERVATION -> EnumSet.of(FULFILLED);
            case FULFILLED, CANCELLED, NO_SHOW -> EnumSet.noneOf(AppointmentStatus.class);
        };
    }

    /** Whether an appointment that stands so occupies its resources and its patient. */
    public boolean holdsItsPlace() {
        return this != CANCELLED && this != NO_SHOW;
    }
}

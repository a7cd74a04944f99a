package io.dendrite.scheduling.patient.application;

import java.util.List;

/** What the calendar still holds for a patient, at whatever site. */
@FunctionalInterface
public interface UpcomingAppointments {

    /** The ids of the patient's appointments that are not over and not cancelled. */
    List<String> of(String patientId);
}

package io.dendrite.scheduling.patient.application;

import java.util.List;

/** What the calendar still holds for a patient, at whatever site. */
public interface UpcomingAppointments {

    /** The ids of the patient's appointments that are not over and not cancelled. */
    List<String> of(String patientId);

    /** Gives up what is only held for the patient, at whatever site. */
    void release(String patientId);
}

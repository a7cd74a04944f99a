package io.dendrite.scheduling.patient.application;

import io.dendrite.scheduling.patient.model.Patient;
import java.util.Optional;

/** The patients, as the other features see them. */
public interface Patients {

    /** The patient of that id. */
    Optional<Patient> patient(String id);

    /** Lets one more site see the patient; without effect if it does already. */
    void knownAt(String patientId, String siteId);
}

package io.dendrite.scheduling.patient.application;

import io.dendrite.events.PatientContact;
import io.dendrite.scheduling.patient.model.Patient;

/** How a patient is reached, as events tell it. */
public final class Contacts {

    private Contacts() {}

    /** The contact of a patient, with its version. */
    public static PatientContact of(Patient patient) {
        return new PatientContact(
                patient.id(),
                patient.contactVersion(),
                patient.givenName(),
                patient.email(),
                patient.language(),
                patient.emailConsent());
    }
}

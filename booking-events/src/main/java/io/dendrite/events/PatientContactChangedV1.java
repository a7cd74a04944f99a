package io.dendrite.events;

import java.util.Objects;

/**
 * A patient's contact data changed. Notices not sent yet go to the new contact, or nowhere if consent is gone.
 *
 * @param patient the contact from now on, with its raised version
 */
public record PatientContactChangedV1(PatientContact patient) implements BookingEvent {

    public PatientContactChangedV1 {
        Objects.requireNonNull(patient, "patient");
    }

    @Override
    public String key() {
        return patient.patientId();
    }
}

package io.dendrite.events;

import java.util.Objects;

/**
 * A patient was erased: the key of everything sealed for the patient is destroyed. Whoever keeps the patient's id beside
 * other data lets go of it.
 *
 * @param patientId who that was
 */
public record PatientErasedV1(String patientId) implements BookingEvent {

    public PatientErasedV1 {
        Objects.requireNonNull(patientId, "patientId");
    }

    @Override
    public String key() {
        return patientId;
    }
}

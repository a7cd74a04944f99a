package io.dendrite.scheduling.patient.application;

import io.dendrite.encryption.PatientSeal;
import io.dendrite.events.ContactDetails;
import io.dendrite.events.PatientContact;
import io.dendrite.scheduling.patient.model.Patient;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** How a patient is reached, as events tell it: sealed with the patient's own key from the start. */
@Component
public class Contacts {

    private final PatientSeal seal;

    /** Seals contacts. */
    public Contacts(PatientSeal seal) {
        this.seal = seal;
    }

    /**
     * The contact of a patient, with its version.
     *
     * @throws io.dendrite.encryption.KeyDestroyedException when the patient was erased meanwhile
     */
    public PatientContact of(Patient patient) {
        ContactDetails details = new ContactDetails(
                patient.givenName(),
                patient.email(),
                patient.phone(),
                patient.language(),
                patient.emailConsent(),
                ContactDetails.Channel.valueOf(patient.wishes().channel().name()),
                ContactDetails.Reminders.valueOf(patient.wishes().reminders().name()));
        return new PatientContact(
                patient.id(),
                patient.contactVersion(),
                Base64.getEncoder().encodeToString(seal.seal(patient.id(), details.asMap())),
                patient.addressVersion());
    }
}

package io.dendrite.notification.ledger.application;

import io.dendrite.notification.ledger.model.AppointmentState;
import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.ledger.model.Contact;
import io.dendrite.notification.ledger.model.VisitStep;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The newest version heard of each contact and appointment. Versions only rise here, so that events which come twice or
 * in another order do no harm.
 *
 * <p>Every method throws {@link StoreUnavailableException} while the store cannot be reached.
 */
public interface NewestKnown {

    /** Keeps a contact unless the same or a newer version is kept. */
    void learn(Contact contact);

    /** Keeps an appointment's state unless the same or a newer revision is kept. */
    void learn(AppointmentState appointment);

    /** Keeps whether a visit has begun, unless a later step of it is kept. */
    void learn(VisitStep step);

    /** Keeps a site's public face unless a later one is kept. */
    void learn(Clinic clinic, Instant asOf);

    /** The newest public face of a site. */
    Optional<Clinic> clinic(String siteId);

    /** The newest contact of a patient. */
    Optional<Contact> contactOf(String patientId);

    /** The newest state of each of these appointments that is known, by appointment id. */
    Map<String, AppointmentState> appointments(Collection<String> appointmentIds);
}

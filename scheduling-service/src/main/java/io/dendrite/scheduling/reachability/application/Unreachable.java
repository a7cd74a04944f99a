package io.dendrite.scheduling.reachability.application;

import io.dendrite.scheduling.patient.model.Patient;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Patients whose e-mail address takes no mail, as the mail servers say. Another address makes that past. */
public interface Unreachable {

    /**
     * Remembers that an address failed, unless a later one of the same patient did.
     *
     * @param addressVersion the contact version since which the address was the one that failed
     */
    void remember(String patientId, long addressVersion, Instant at);

    /** The ids of those of the patients whose present address is known to fail. */
    Set<String> among(Collection<Patient> patients);

    /** Forgets a patient. */
    void forget(String patientId);
}

package io.dendrite.scheduling.patient.application;

import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.patient.model.Patient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where patients are kept. Every write is one conditional update, so of two from the same version one wins. */
public interface PatientRegister extends Patients {

    /** Stores a patient unless the id is taken; false says that it is. */
    boolean add(Patient patient);

    /**
     * Puts this data in the place of the version {@code expectedVersion}, and the event beside it in the same write;
     * false says that the version is another.
     *
     * @param event null when nothing changed that others need to know
     */
    boolean replace(Patient patient, long expectedVersion, @Nullable OutboxEvent event);

    /**
     * Patients by name, ordered by family name and given name.
     *
     * @param prefix the beginning of a family name, a given name or both in either order; case, accents and commas do
     *     not matter; empty for all
     * @param afterId id of the last patient of the page before; null for the first page
     * @param limit the most patients to answer
     */
    List<Patient> search(String prefix, @Nullable String afterId, int limit);
}

package io.dendrite.scheduling.patient.application;

import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.patient.model.Patient;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where patients are kept. Every write is one conditional update, so of two from the same version one wins. */
public interface PatientRegister extends Patients {

    /** Qualifies the register as it is stored, whoever looks. */
    String STORED = "stored-patients";

    /** Stores a patient unless the id is taken; false says that it is. */
    boolean add(Patient patient);

    /**
     * Puts this data in the place of the version {@code expectedVersion}, and the event beside it in the same write;
     * false says that the version is another.
     *
     * @param event null when nothing changed that others need to know
     */
    boolean replace(Patient patient, long expectedVersion, @Nullable OutboxEvent event);

    /** The patients of those ids that are there, in no order, read at once. */
    List<Patient> all(Collection<String> ids);

    /** Which of those ids are of patients who were erased. */
    Set<String> erasedOf(Collection<String> ids);

    /** Patients that match, ordered by id: sealed names cannot be sorted. */
    List<Patient> search(PatientQuery query);

    /**
     * Erases the version {@code expectedVersion}: what identifies the patient goes, and the key of everything sealed for
     * the patient is to be destroyed by {@link #finishErasures(Consumer)}; false says that the version is another.
     */
    boolean erase(String patientId, long expectedVersion, OutboxEvent event);

    /**
     * Destroys the keys of those who are erased, and says how many; what a crash left undone is done then.
     *
     * @param forget takes the id of each of them and forgets what else is kept about that patient; when it fails, the
     *     erasure stays unfinished and is taken up again
     */
    int finishErasures(Consumer<String> forget);
}

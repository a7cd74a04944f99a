package io.dendrite.scheduling.patient.application;

import java.util.List;

/** Something that another feature keeps of patients: it is part of the copy that they have a right to, and of an erasure. */
public interface KeptOfPatient {

    /** What it is called in a patient's copy. */
    String name();

    /** All that is kept of a patient and the current caller may see, in the form in which it is answered. */
    List<?> of(String patientId);

    /** Lets go of an erased patient; without effect if that was done already. */
    void letGoOf(String patientId);
}

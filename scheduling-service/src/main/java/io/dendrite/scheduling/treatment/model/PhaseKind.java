package io.dendrite.scheduling.treatment.model;

/** The parts of a visit, in the order in which they may follow each other. */
public enum PhaseKind {
    PREPARATION,
    /** The treatment itself; for a consultation, the talk. */
    ADMINISTRATION,
    OBSERVATION,
    /** Cleaning and setting up after the patient left. */
    TURNOVER
}

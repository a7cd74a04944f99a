package io.dendrite.scheduling.treatment.model;

/** How a treatment is given. */
public enum Route {
    INTRAVENOUS,
    INTRAMUSCULAR,
    INTRANASAL,
    SUBLINGUAL,
    ORAL,
    TRANSDERMAL,
    /** Nothing is given: a consultation. */
    NONE
}

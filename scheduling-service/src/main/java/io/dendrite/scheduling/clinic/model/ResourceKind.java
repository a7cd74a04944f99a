package io.dendrite.scheduling.clinic.model;

/** What sort of thing or person a resource is. */
public enum ResourceKind {
    CHAIR,
    NURSE,
    PRESCRIBER,
    ROOM,
    DEVICE
}

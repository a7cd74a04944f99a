package io.dendrite.scheduling.calendar.model;

/** What a block is. */
public enum BlockKind {
    /** The site, or a part of it, is closed. */
    CLOSURE,
    /** Somebody is away. */
    ABSENCE,
    /** Something is repaired, cleaned or checked. */
    MAINTENANCE
}

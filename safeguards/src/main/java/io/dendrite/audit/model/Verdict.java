package io.dendrite.audit.model;

import org.jspecify.annotations.Nullable;

/**
 * Whether a chain is as it was written.
 *
 * @param site whose chain
 * @param first the place of the oldest link that is kept
 * @param links how many links were found whole, from the oldest on
 * @param broken the first link that is not as it was written; null when all are
 */
public record Verdict(
        String site, long first, long links, @Nullable Break broken) {

    /**
     * A place where the chain is broken.
     *
     * @param sequence the place
     * @param kind what is wrong with it
     */
    public record Break(long sequence, Kind kind) {}

    /** What can be wrong with a link. */
    public enum Kind {
        /** There is none at this place, though there are later ones, or the head says so. */
        MISSING,
        /** It, or its place, was changed. */
        ALTERED,
        /** It is whole, but does not follow the one before it. */
        DETACHED
    }
}

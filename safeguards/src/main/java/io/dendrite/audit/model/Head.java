package io.dendrite.audit.model;

/**
 * How far a chain reaches.
 *
 * @param sequence the place of its last link; 0 when it has none
 * @param seal that link's seal
 */
public record Head(long sequence, String seal) {

    /** The head of a chain without links. */
    public static final Head NONE = new Head(0, Link.FIRST);
}

package io.dendrite.scheduling.calendar.model;

import java.util.SplittableRandom;

/** How often places are chosen anew when somebody was faster, and from where in the row. */
public final class Turns {

    /** As many as are lost at most; each means that somebody else has won one. */
    public static final int MOST = 20;

    private Turns() {}

    /**
     * The turn of {@link Wishes} for an attempt: 0 for the first, then a number that
     * depends on who asks, so that those who lost against each other do not meet again at the next place.
     */
    public static int of(String id, int attempt) {
        return attempt == 0 ? 0 : new SplittableRandom(31L * id.hashCode() + attempt).nextInt(1, Integer.MAX_VALUE);
    }
}

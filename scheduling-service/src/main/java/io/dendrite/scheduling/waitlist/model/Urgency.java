package io.dendrite.scheduling.waitlist.model;

/** How soon somebody needs a place, in the order in which they are served. */
public enum Urgency {
    URGENT("0"),
    SOON("1"),
    ROUTINE("2");

    private final String rank;

    Urgency(String rank) {
        this.rank = rank;
    }

    /** A text that sorts as the urgencies are served; stored, so it stays as it is. */
    String rank() {
        return rank;
    }
}

package io.dendrite.notification.page.model;

/** What a secret is good for. The names are stored: they never change. */
public enum Use {
    /** Opening the page of an appointment, as often as one likes. */
    VISIT,
    /** Opening the page of an offered place, as often as one likes. */
    OFFER,
    CONFIRM,
    CANCEL,
    ANOTHER_TIME,
    PREFERENCES,
    ACCEPT,
    DECLINE;

    /** Whether it opens a page; every other changes something, once. */
    public boolean opensAPage() {
        return this == VISIT || this == OFFER;
    }
}

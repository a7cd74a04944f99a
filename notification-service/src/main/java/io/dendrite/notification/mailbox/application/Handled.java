package io.dendrite.notification.mailbox.application;

/** What came of a mail to the clinic. */
public enum Handled {
    /** It needs no further attention. */
    DONE,
    /** It is for people to look at. */
    FOR_PEOPLE,
    /** It cannot be dealt with now. */
    LATER
}

package io.dendrite.notification.page.application;

/** When in the day a patient would rather come. */
public enum PartOfDay {
    MORNING,
    AFTERNOON,
    EVENING
}

package io.dendrite.notification.site.model;

/** Which reminders a visit gets. The names mean nothing, so that nobody learns from them what a visit is for. */
public enum ReminderGroup {
    A,
    B,
    C,
    D
}

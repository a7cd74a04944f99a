package io.dendrite.events;

/**
 * Which reminders a visit gets: the clinic says for each treatment which group it is in, and for each site when each group
 * is reminded. The names mean nothing, so that an event that carries one tells nothing.
 */
public enum ReminderGroup {
    A,
    B,
    C,
    D
}

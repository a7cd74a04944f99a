package io.dendrite.scheduling.treatment.model;

/**
 * Which reminders the visits of a treatment get; each site says when it reminds which group. Events carry it, so its names
 * mean nothing.
 */
public enum ReminderGroup {
    A,
    B,
    C,
    D
}

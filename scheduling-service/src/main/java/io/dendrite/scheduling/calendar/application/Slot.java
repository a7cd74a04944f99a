package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Quarters;

/**
 * A start at which a visit could be booked.
 *
 * @param withPatient from the start until the patient leaves
 * @param free how many such visits could start then
 */
public record Slot(Quarters withPatient, int free) {}

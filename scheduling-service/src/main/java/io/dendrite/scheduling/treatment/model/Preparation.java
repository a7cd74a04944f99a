package io.dendrite.scheduling.treatment.model;

/**
 * What the patient does before the visit.
 *
 * @param solidsHours hours without solid food
 * @param liquidsHours hours without clear liquids
 */
public record Preparation(int solidsHours, int liquidsHours) {}

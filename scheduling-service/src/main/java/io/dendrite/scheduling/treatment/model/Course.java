package io.dendrite.scheduling.treatment.model;

/**
 * How the sessions of a course are spaced, counted in days of the site's calendar.
 *
 * @param sessions how many visits make the course
 * @param minDaysBetween the fewest days from one session to the next; 1 is the following day
 * @param maxDaysBetween the most days from one session to the next
 * @param maxPerWeek the most sessions within any seven days
 */
public record Course(int sessions, int minDaysBetween, int maxDaysBetween, int maxPerWeek) {}

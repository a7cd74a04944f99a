package io.dendrite.scheduling.waitlist.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * On which dates a patient can have a visit of a treatment, as far as the visits go that they have of it: never two on a
 * day, and as far apart as its protocol asks.
 *
 * @param visits the dates of the patient's visits of the treatment, on the site's calendar
 * @param daysApart the fewest days from one visit to the next, at least 1
 */
public record Attendance(Set<LocalDate> visits, int daysApart) {

    public Attendance {
        visits = Set.copyOf(visits);
        if (daysApart < 1) {
            throw new IllegalArgumentException("two visits of a treatment are never on one day");
        }
    }

    /** Whether a visit on that date keeps its distance. */
    public boolean isPossibleOn(LocalDate date) {
        return visits.stream().allMatch(visit -> Math.abs(ChronoUnit.DAYS.between(visit, date)) >= daysApart);
    }
}

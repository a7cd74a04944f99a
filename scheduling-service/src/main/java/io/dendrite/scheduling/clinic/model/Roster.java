package io.dendrite.scheduling.clinic.model;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Working hours for a time: of a season, a rotation, or until somebody leaves.
 *
 * @param validFrom the first date, on the site's calendar
 * @param validTo the last date; null for no end
 * @param workingHours the hours of those dates; a day without any is off
 */
public record Roster(LocalDate validFrom, @Nullable LocalDate validTo, WeeklyHours workingHours) {

    public Roster {
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(workingHours, "workingHours");
    }

    /** Whether it holds on a date. */
    boolean covers(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }

    /** Whether there is a date on which both hold. */
    boolean overlaps(Roster other) {
        return (validTo == null || !other.validFrom.isAfter(validTo))
                && (other.validTo == null || !validFrom.isAfter(other.validTo));
    }
}

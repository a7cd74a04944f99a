package io.dendrite.scheduling.course.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * When a patient would like to come.
 *
 * @param weekdays on which days; empty for any
 * @param from the earliest start, on the site's wall clock
 * @param to the time before which a session starts; 00:00 is the end of the day
 * @param firm whether it is better to have no session than one that does not fit
 */
public record CourseWishes(Set<DayOfWeek> weekdays, LocalTime from, LocalTime to, boolean firm) {

    /** Any time will do. */
    public static final CourseWishes NONE = new CourseWishes(Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false);

    public CourseWishes {
        weekdays = Set.copyOf(weekdays);
    }

    /** Whether the day is one of the wished ones. */
    public boolean fits(LocalDate date) {
        return weekdays.isEmpty() || weekdays.contains(date.getDayOfWeek());
    }

    /** Whether the time lies in the wished hours. */
    public boolean fits(LocalTime time) {
        return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }

    /** How many wishes a start leaves open: 0 to 2. */
    int unmet(LocalDate date, PossibleStart start) {
        return (fits(date) ? 0 : 1) + (fits(start.time()) ? 0 : 1);
    }
}

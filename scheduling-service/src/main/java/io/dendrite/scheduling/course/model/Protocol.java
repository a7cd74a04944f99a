package io.dendrite.scheduling.course.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How the sessions of a course are spaced, in days of the site's calendar: the one rule by which courses are planned,
 * mended and judged. The numbers are the clinic's, in the treatment's {@code course}.
 *
 * @param sessions how many visits make the course
 * @param minDaysBetween the fewest days from one session to the next; 1 is the following day
 * @param maxDaysBetween the most days from one session to the next
 * @param maxPerWeek the most sessions within any seven days
 */
public record Protocol(int sessions, int minDaysBetween, int maxDaysBetween, int maxPerWeek) {

    /** The days in which no more than {@link #maxPerWeek} sessions may lie. */
    public static final int WEEK = 7;

    public Protocol {
        if (sessions < 1 || minDaysBetween < 1 || maxDaysBetween < minDaysBetween || maxPerWeek < 1) {
            throw new IllegalArgumentException("not a protocol that a course can keep");
        }
    }

    /** The same spacing for another number of sessions. */
    public Protocol withSessions(int other) {
        return new Protocol(other, minDaysBetween, maxDaysBetween, maxPerWeek);
    }

    /**
     * A visit on a day.
     *
     * @param date of the site's calendar
     * @param booster whether it comes after the course, at a distance of the clinician's choice
     */
    public record Visit(LocalDate date, boolean booster) {}

    /**
     * What a visit does that the protocol does not have.
     *
     * @param index which of the visits, from 0
     * @param message in words for the front desk
     */
    public record Deviation(int index, String message) {}

    /** Where visits leave the spacing. They come in order of time. A booster is never too late, but it can be too early. */
    public List<Deviation> deviations(List<Visit> visits) {
        List<Deviation> found = new ArrayList<>();
        for (int index = 1; index < visits.size(); index++) {
            Visit visit = visits.get(index);
            long days = ChronoUnit.DAYS.between(visits.get(index - 1).date(), visit.date());
            if (days < minDaysBetween) {
                found.add(new Deviation(
                        index,
                        "is " + days(days) + " after the visit before; the protocol wants at least "
                                + days(minDaysBetween)));
            } else if (days > maxDaysBetween && !visit.booster()) {
                found.add(new Deviation(
                        index,
                        "is " + days(days) + " after the visit before; the protocol wants at most "
                                + days(maxDaysBetween)));
            }
            LocalDate weekBefore = visit.date().minusDays(WEEK);
            long within = visits.subList(0, index + 1).stream()
                    .filter(other -> other.date().isAfter(weekBefore))
                    .count();
            if (within > maxPerWeek) {
                found.add(new Deviation(
                        index,
                        "makes " + within + " visits within seven days; the protocol wants at most " + maxPerWeek));
            }
        }
        return found;
    }

    private static String days(long count) {
        return count == 1 ? "1 day" : count + " days";
    }
}

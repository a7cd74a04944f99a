package io.dendrite.scheduling.course.model;

import java.time.LocalDate;
import java.util.List;

/** Says in words why a course has fewer sessions than were wanted. */
final class Shortfall {

    private final Protocol protocol;
    private final LocalDate last;
    private final Timetable timetable;

    /**
     * For a search.
     *
     * @param protocol the spacing, and how many sessions were wanted
     * @param last the last date that could be chosen
     * @param timetable what there was to choose from
     */
    Shortfall(Protocol protocol, LocalDate last, Timetable timetable) {
        this.protocol = protocol;
        this.last = last;
        this.timetable = timetable;
    }

    /**
     * Why the search stopped after some dates.
     *
     * @param dates what it found, the longest course there is
     * @param first the first date at which it could have begun
     */
    CoursePlan.Unsatisfied explain(List<LocalDate> dates, LocalDate first) {
        int found = dates.size();
        String only = "only " + found + " of " + protocol.sessions() + " sessions: ";
        LocalDate from = found == 0 ? first : dates.get(found - 1).plusDays(protocol.minDaysBetween());
        LocalDate until = found == 0 ? last : dates.get(found - 1).plusDays(protocol.maxDaysBetween());
        if (from.isAfter(last)) {
            return new CoursePlan.Unsatisfied(found + 1, only + "plans reach no further than " + last);
        }
        LocalDate to = until.isAfter(last) ? last : until;
        return new CoursePlan.Unsatisfied(found + 1, only + why(from, to));
    }

    private String why(LocalDate from, LocalDate to) {
        String between = "between " + from + " and " + to;
        List<LocalDate> dates = from.datesUntil(to.plusDays(1)).toList();
        if (dates.stream().anyMatch(date -> !timetable.fitting(date).isEmpty())) {
            return "a start " + between + " would make more than " + protocol.maxPerWeek() + " within seven days";
        }
        return dates.stream().anyMatch(date -> !timetable.all(date).isEmpty())
                ? "no start " + between + " fits the wished weekdays and hours"
                : "no start " + between + " is free";
    }
}

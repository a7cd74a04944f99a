package io.dendrite.scheduling.course.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Proposes the starts of a course. What counts, in this order: the protocol's spacing, which is never left; as many of the
 * sessions as the window holds; the patient's wishes; an early end of the course; the same time of day at each session.
 */
public final class CoursePlanner {

    /** How many times of day are tried for being the same at each session; days are few, so more make no difference. */
    private static final int TIMES_TRIED = 12;

    /** What an open wish weighs against a session at another time of day: more than all sessions of a course. */
    private static final int WISH = 1000;

    private final Protocol protocol;
    private final LocalDate first;
    private final LocalDate last;

    /**
     * A planner for a window.
     *
     * @param protocol the spacing, and how many sessions are wanted
     * @param first the first date that may be chosen
     * @param last the last one
     */
    public CoursePlanner(Protocol protocol, LocalDate first, LocalDate last) {
        this.protocol = protocol;
        this.first = first;
        this.last = last;
    }

    /** Plans on what a diary has free. */
    public CoursePlan plan(Diary diary, CourseWishes wishes) {
        Timetable timetable = new Timetable(diary, wishes);
        DateSearch.Found found =
                new DateSearch(protocol, first, last, false).search(List.of(), false, 0, timetable::unmet);
        List<PossibleStart> starts = found.dates().isEmpty() ? List.of() : starts(timetable, found.dates());
        boolean complete = starts.size() == protocol.sessions();
        List<CoursePlan.Unsatisfied> unsatisfied = new ArrayList<>(openWishes(starts, wishes));
        if (found.dates().size() < protocol.sessions()) {
            unsatisfied.add(new Shortfall(protocol, last, timetable).explain(found.dates(), first));
        } else if (!complete) {
            unsatisfied.add(new CoursePlan.Unsatisfied(
                    starts.size(), "a session that lasts into the next day leaves no start on it"));
        }
        return new CoursePlan(starts, complete, unsatisfied);
    }

    /** Of the courses that are as good as the one that was found, one that keeps its time of day. */
    private List<PossibleStart> starts(Timetable timetable, List<LocalDate> found) {
        LocalDate end = found.get(found.size() - 1);
        DateSearch again = new DateSearch(protocol.withSessions(found.size()), first, end, false).forWholeCourses();
        List<LocalDate> best = found;
        LocalTime usual = timetable.fitting(found.get(0)).get(0).time();
        long fewest = Long.MAX_VALUE;
        for (LocalTime time : timetable.usualTimes(first, end, TIMES_TRIED)) {
            DateSearch.Found kept = again.search(List.of(), false, 0, date -> price(timetable, date, time));
            if (kept.price() < fewest) {
                fewest = kept.price();
                best = kept.dates();
                usual = time;
            }
        }
        return timetable.nearest(best, usual);
    }

    private static int price(Timetable timetable, LocalDate date, LocalTime time) {
        int unmet = timetable.unmet(date);
        return unmet == DateSearch.NOT_POSSIBLE ? unmet : unmet * WISH + (timetable.hasAt(date, time) ? 0 : 1);
    }

    private static List<CoursePlan.Unsatisfied> openWishes(List<PossibleStart> starts, CourseWishes wishes) {
        List<CoursePlan.Unsatisfied> open = new ArrayList<>();
        for (int number = 0; number < starts.size(); number++) {
            PossibleStart start = starts.get(number);
            LocalDate date = start.date();
            if (!wishes.fits(date)) {
                open.add(new CoursePlan.Unsatisfied(
                        number + 1,
                        date + " is a " + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                + ": no course that keeps the protocol has only the wished weekdays"));
            }
            if (!wishes.fits(start.time())) {
                open.add(new CoursePlan.Unsatisfied(
                        number + 1,
                        date + " at " + start.time() + " is outside the wished hours, in which nothing fits that day"));
            }
        }
        return open;
    }
}

package io.dendrite.scheduling.course.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mends a course after sessions were missed: the protocol's spacing holds again from the last session held on, with as
 * few changes of what is booked as that takes, and then as soon an end as can be.
 */
public final class CourseRepair {

    /** What a changed date weighs against one at another time of day: more than all sessions of a course. */
    private static final int CHANGE = 1000;

    private final Protocol protocol;
    private final LocalDate first;
    private final LocalDate last;

    /**
     * A repair within a window.
     *
     * @param protocol the spacing, and how many sessions are still wanted, those booked ahead included
     * @param first the first date that may be chosen
     * @param last the last one
     */
    public CourseRepair(Protocol protocol, LocalDate first, LocalDate last) {
        this.protocol = protocol;
        this.first = first;
        this.last = last;
    }

    /**
     * A session that is booked ahead.
     *
     * @param appointmentId its id
     * @param start when it is
     */
    public record Ahead(String appointmentId, PossibleStart start) {}

    /**
     * A session that is to be moved.
     *
     * @param appointmentId its id
     * @param to where to
     */
    public record Move(String appointmentId, PossibleStart to) {}

    /**
     * What is to be done.
     *
     * @param kept the ids of sessions that stay as they are
     * @param moves sessions that move
     * @param additions sessions that are added
     * @param complete whether the course is whole again with that
     * @param unsatisfied what could not be had
     */
    public record Proposal(
            List<String> kept,
            List<Move> moves,
            List<PossibleStart> additions,
            boolean complete,
            List<CoursePlan.Unsatisfied> unsatisfied) {}

    /**
     * Proposes.
     *
     * @param held the dates of the sessions that were held, in order
     * @param ahead the sessions that are booked ahead, in order
     * @param usual the time of day at which the patient comes
     * @param diary what is free, and what the sessions ahead would give up
     */
    public Proposal propose(List<LocalDate> held, List<Ahead> ahead, LocalTime usual, Diary diary) {
        Map<LocalDate, Ahead> booked = new HashMap<>();
        ahead.forEach(session -> booked.putIfAbsent(session.start().date(), session));
        Timetable timetable = new Timetable(diary, CourseWishes.NONE);
        ToIntFunction<LocalDate> price = date -> price(date, booked, timetable);
        int added = Math.max(0, protocol.sessions() - ahead.size());
        DateSearch search = new DateSearch(protocol, first, last, !held.isEmpty());
        DateSearch.Found found = search.search(held, false, added, price);
        List<CoursePlan.Unsatisfied> unsatisfied = new ArrayList<>();
        boolean late = false;
        if (found.dates().size() < protocol.sessions() && !held.isEmpty()) {
            DateSearch.Found later = search.search(held, true, added, price);
            late = later.dates().size() > found.dates().size();
            found = late ? later : found;
        }
        if (late) {
            unsatisfied.add(new CoursePlan.Unsatisfied(
                    1,
                    "the first session comes later after that of " + held.get(held.size() - 1)
                            + " than the protocol wants"));
        }
        if (found.dates().size() < protocol.sessions()) {
            unsatisfied.add(new Shortfall(protocol, last, timetable).explain(found.dates(), first));
        }
        List<LocalDate> dates = atUsualTime(found.dates(), held, late, usual, booked, timetable);
        return proposal(dates, ahead, booked, timetable, usual, unsatisfied);
    }

    private static int price(LocalDate date, Map<LocalDate, Ahead> booked, Timetable timetable) {
        if (booked.containsKey(date)) {
            return 0;
        }
        return timetable.all(date).isEmpty() ? DateSearch.NOT_POSSIBLE : 1;
    }

    /** Of the courses that are as good as the one that was found, one that keeps the time of day. */
    private List<LocalDate> atUsualTime(
            List<LocalDate> found,
            List<LocalDate> held,
            boolean late,
            LocalTime usual,
            Map<LocalDate, Ahead> booked,
            Timetable timetable) {
        if (found.isEmpty()) {
            return found;
        }
        return new DateSearch(protocol.withSessions(found.size()), first, found.get(found.size() - 1), !held.isEmpty())
                .forWholeCourses()
                .search(held, late, 0, date -> {
                    int changes = price(date, booked, timetable);
                    return changes <= 0 ? changes : CHANGE + (timetable.hasAt(date, usual) ? 0 : 1);
                })
                .dates();
    }

    private Proposal proposal(
            List<LocalDate> dates,
            List<Ahead> ahead,
            Map<LocalDate, Ahead> booked,
            Timetable timetable,
            LocalTime usual,
            List<CoursePlan.Unsatisfied> unsatisfied) {
        List<String> kept = dates.stream()
                .flatMap(date -> Stream.ofNullable(booked.get(date)))
                .map(Ahead::appointmentId)
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> leaving = ahead.stream()
                .map(Ahead::appointmentId)
                .filter(id -> !kept.contains(id))
                .toList();
        List<PossibleStart> places = timetable.nearest(
                dates.stream().filter(date -> !booked.containsKey(date)).toList(), usual);
        List<Move> moves = new ArrayList<>();
        for (int number = 0; number < Math.min(leaving.size(), places.size()); number++) {
            moves.add(new Move(leaving.get(number), places.get(number)));
        }
        // A session for which no better date was found stays where it is.
        kept.addAll(leaving.subList(moves.size(), leaving.size()));
        boolean complete = dates.size() == protocol.sessions();
        return new Proposal(
                List.copyOf(kept),
                List.copyOf(moves),
                List.copyOf(places.subList(moves.size(), places.size())),
                complete,
                List.copyOf(unsatisfied));
    }
}

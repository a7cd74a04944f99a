package io.dendrite.scheduling.course.model;

import java.util.List;

/**
 * Starts that are proposed for a course.
 *
 * @param starts in order of time, at most as many as were wanted
 * @param complete whether they are as many
 * @param unsatisfied what could not be had
 */
public record CoursePlan(List<PossibleStart> starts, boolean complete, List<Unsatisfied> unsatisfied) {

    /**
     * Something that could not be had.
     *
     * @param session the session's number in the course, from 1
     * @param message in words for the front desk
     */
    public record Unsatisfied(int session, String message) {}

    public CoursePlan {
        starts = List.copyOf(starts);
        unsatisfied = List.copyOf(unsatisfied);
    }
}

package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.problem.ProblemException;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A visit of a request that could not be booked while others could.
 *
 * @param index its place in the request, from 0
 * @param start its start, on the site's clock
 * @param problem why not
 */
public record RefusedVisit(int index, OffsetDateTime start, Reason problem) {

    /**
     * The members of the problem that the visit would have been answered with by itself.
     *
     * @param alternatives the nearest starts that can be had; empty when they were not looked for
     */
    public record Reason(String type, String title, String detail, List<?> alternatives) {

        static Reason of(ProblemException problem) {
            return new Reason(
                    problem.type().type(),
                    problem.type().title(),
                    problem.detail(),
                    problem.members().get("alternatives") instanceof List<?> found ? found : List.of());
        }
    }
}

package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.problem.ProblemException;
import java.util.List;
import java.util.Set;

/** Checks resources that a request names. */
final class RequestedResources {

    private RequestedResources() {}

    /**
     * Lets the names of resources of the site pass.
     *
     * @throws ProblemException 400 naming the first that is not
     */
    static void check(String field, List<String> asked, Set<String> ofSite) {
        for (int number = 0; number < asked.size(); number++) {
            if (!ofSite.contains(asked.get(number))) {
                throw ProblemException.invalid(field + "[" + number + "]", "must be the id of a resource of the site");
            }
        }
    }
}

package io.dendrite.scheduling.calendar.application;

import java.util.List;

/**
 * A visit as the front desk asks for it.
 *
 * @param start ISO 8601: with an offset, or without one as wall-clock time of the site
 * @param resources ids of resources that it must have; usually none
 */
public record RequestedVisit(String start, List<String> resources) {

    public RequestedVisit {
        resources = List.copyOf(resources);
    }
}

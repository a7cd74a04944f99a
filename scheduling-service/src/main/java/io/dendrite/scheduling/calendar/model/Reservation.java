package io.dendrite.scheduling.calendar.model;

import java.util.stream.Stream;

/**
 * A lane of a resource, held for a phase.
 *
 * @param resource the resource's id
 * @param lane which of its lanes, from 0
 */
public record Reservation(String resource, int lane) {

    Stream<String> claims(Quarters span) {
        return span.each().mapToObj(quarter -> new Claim(resource, lane, quarter).text());
    }
}

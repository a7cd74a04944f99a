package io.dendrite.scheduling.calendar.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Time in which resources are not to be booked: a closure, an absence, maintenance. It claims every lane of each, so
 * that it cannot slip under a booking made at the same moment.
 *
 * @param id its id
 * @param siteId the site
 * @param span how long
 * @param resources what is blocked, with the lanes of each when the block was made
 * @param wholeSite whether it was asked for the site rather than for named resources
 * @param reason why
 * @param createdAt when it was made
 */
public record Block(
        String id,
        String siteId,
        Quarters span,
        List<BlockedResource> resources,
        boolean wholeSite,
        String reason,
        Instant createdAt)
        implements CalendarEntry {

    /**
     * A resource that is blocked on all its lanes.
     *
     * @param id the resource's id
     * @param lanes how many lanes it has
     */
    public record BlockedResource(String id, int lanes) {}

    public Block {
        resources = List.copyOf(resources);
    }

    /** A block is made and lifted, never changed. */
    @Override
    public long version() {
        return 1;
    }

    @Override
    public Quarters extent() {
        return span;
    }

    @Override
    public List<String> claims() {
        return Stream.concat(
                        Stream.of(id),
                        resources.stream()
                                .flatMap(resource -> IntStream.range(0, resource.lanes())
                                        .mapToObj(lane -> new Reservation(resource.id(), lane))
                                        .flatMap(lane -> lane.claims(span))))
                .toList();
    }

    @Override
    public List<String> patientClaims() {
        return List.of(id);
    }
}

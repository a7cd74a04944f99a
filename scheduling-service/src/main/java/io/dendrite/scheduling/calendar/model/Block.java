package io.dendrite.scheduling.calendar.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Time in which resources are not to be booked: a closure, an absence, maintenance. It claims every lane of each, so
 * that it cannot slip under a booking made at the same moment. A confirmed one leaves out what bookings hold already; they
 * are stranded, and nothing new is booked within it.
 *
 * @param id its id
 * @param kind what it is
 * @param siteId the site
 * @param span how long
 * @param resources what is blocked, with the lanes of each when the block was made
 * @param wholeSite whether it was asked for the site rather than for named resources
 * @param reason why
 * @param createdAt when it was made
 * @param source what it was imported from; null when somebody made it by hand
 * @param left claims of its resources that others hold and it does not take
 */
public record Block(
        String id,
        BlockKind kind,
        String siteId,
        Quarters span,
        List<BlockedResource> resources,
        boolean wholeSite,
        String reason,
        Instant createdAt,
        @Nullable String source,
        Set<String> left)
        implements CalendarEntry {

    /**
     * A resource that is blocked on all its lanes.
     *
     * @param id the resource's id
     * @param lanes how many lanes it has, overflow lanes included
     */
    public record BlockedResource(String id, int lanes) {}

    public Block {
        resources = List.copyOf(resources);
        left = Set.copyOf(left);
    }

    /** One that is made by hand and takes all. */
    public Block(
            String id,
            BlockKind kind,
            String siteId,
            Quarters span,
            List<BlockedResource> resources,
            boolean wholeSite,
            String reason,
            Instant createdAt) {
        this(id, kind, siteId, span, resources, wholeSite, reason, createdAt, null, Set.of());
    }

    /** The same, without what others hold. */
    public Block leaving(Set<String> held) {
        return new Block(id, kind, siteId, span, resources, wholeSite, reason, createdAt, source, held);
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
                                        .flatMap(lane -> lane.claims(span))
                                        .filter(claim -> !left.contains(claim))))
                .toList();
    }

    @Override
    public List<String> patientClaims() {
        return List.of(id);
    }
}

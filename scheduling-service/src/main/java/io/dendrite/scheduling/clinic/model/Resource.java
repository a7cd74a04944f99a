package io.dendrite.scheduling.clinic.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something or someone at a site that an appointment can occupy.
 *
 * @param siteId where it is
 * @param id unique at its site, such as {@code chair-1}
 * @param kind what it is
 * @param name what the front desk calls it
 * @param skills what it can do, such as {@code iv}; a need is met by a resource that has all skills it asks for
 * @param lanes how many appointments it carries at once: 1 for a chair, a nurse's ratio for a nurse
 * @param overflowLanes how many more a deliberate overbooking may put on it
 * @param workingHours when it can be occupied, on the site's wall clock; null means the site's opening hours
 * @param rosters other working hours for a time, of which at most one holds on a date
 * @param version rises by one with each change, from 1
 */
public record Resource(
        String siteId,
        String id,
        ResourceKind kind,
        String name,
        Set<String> skills,
        int lanes,
        int overflowLanes,
        @Nullable WeeklyHours workingHours,
        List<Roster> rosters,
        long version) {

    /** The most overflow lanes. */
    public static final int MOST_OVERFLOW_LANES = 5;

    public Resource {
        Objects.requireNonNull(siteId, "siteId");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        skills = Collections.unmodifiableSet(new TreeSet<>(skills));
        rosters = List.copyOf(rosters);
    }

    /** A resource without rosters that can be overbooked as far as is usual for its kind. */
    public Resource(
            String siteId,
            String id,
            ResourceKind kind,
            String name,
            Set<String> skills,
            int lanes,
            @Nullable WeeklyHours workingHours,
            long version) {
        this(siteId, id, kind, name, skills, lanes, usualOverflowLanes(kind), workingHours, List.of(), version);
    }

    /** How far a resource is overbooked unless said otherwise: chairs squeeze in one more, and so do nurses. */
    public static int usualOverflowLanes(ResourceKind kind) {
        return switch (kind) {
            case CHAIR, NURSE -> 1;
            case PRESCRIBER, ROOM, DEVICE -> 0;
        };
    }

    /** The working hours that hold on a date; empty for the site's opening hours. */
    public Optional<WeeklyHours> hoursOn(LocalDate date) {
        return rosters.stream()
                .filter(roster -> roster.covers(date))
                .findFirst()
                .map(Roster::workingHours)
                .or(() -> Optional.ofNullable(workingHours));
    }

    /** The same resource in another version. */
    public Resource atVersion(long other) {
        return new Resource(siteId, id, kind, name, skills, lanes, overflowLanes, workingHours, rosters, other);
    }
}

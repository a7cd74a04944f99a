package io.dendrite.scheduling.clinic.model;

import java.util.Collections;
import java.util.Objects;
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
 * @param workingHours when it can be occupied, on the site's wall clock; null means the site's opening hours
 * @param version rises by one with each change, from 1
 */
public record Resource(
        String siteId,
        String id,
        ResourceKind kind,
        String name,
        Set<String> skills,
        int lanes,
        @Nullable WeeklyHours workingHours,
        long version) {

    public Resource {
        Objects.requireNonNull(siteId, "siteId");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        skills = Collections.unmodifiableSet(new TreeSet<>(skills));
    }

    /** The same resource in another version. */
    public Resource atVersion(long other) {
        return new Resource(siteId, id, kind, name, skills, lanes, workingHours, other);
    }
}

package io.dendrite.access.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The sites that a caller may act for.
 *
 * @param every whether it is all of them, those to come included
 * @param ids the named sites; of no meaning when {@code every} is set
 */
public record SiteScope(boolean every, Set<String> ids) {

    /** How a token, or a patient's record, says "all sites". */
    public static final String ALL = "*";

    public SiteScope {
        ids = Set.copyOf(ids);
    }

    /** The scope that a list of ids means, in which {@value #ALL} stands for all. */
    public static SiteScope of(Collection<String> ids) {
        return new SiteScope(ids.contains(ALL), Set.copyOf(ids));
    }

    /** Whether the site is within it. */
    public boolean covers(String siteId) {
        return every || ids.contains(siteId);
    }

    /** Whether any of these sites is within it; a list with {@value #ALL} meets every scope but an empty one. */
    public boolean meets(Collection<String> siteIds) {
        return every
                || (!ids.isEmpty() && siteIds.contains(ALL))
                || siteIds.stream().anyMatch(ids::contains);
    }

    /** This and one site more. */
    public SiteScope with(String siteId) {
        Set<String> more = new HashSet<>(ids);
        more.add(siteId);
        return new SiteScope(every, more);
    }
}

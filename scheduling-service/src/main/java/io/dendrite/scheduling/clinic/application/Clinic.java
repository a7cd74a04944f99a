package io.dendrite.scheduling.clinic.application;

import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import java.util.List;
import java.util.Optional;

/**
 * The sites and what they are equipped with. Every write is one conditional update, so of two that start from the same
 * version one wins.
 */
public interface Clinic {

    /** Qualifies the clinic as it is stored, whoever looks. */
    String STORED = "stored-clinic";

    /** The site of that id. */
    Optional<Site> site(String siteId);

    /** All sites, ordered by id. */
    List<Site> sites();

    /** Stores a site unless its id is taken; false says that it is. */
    boolean add(Site site);

    /** Puts this site in the place of its version {@code expectedVersion}; false says that the version is another. */
    boolean replace(Site site, long expectedVersion);

    /** What the site is equipped with, ordered by id; empty for an unknown site. */
    List<Resource> resources(String siteId);

    /** One resource of a site. */
    Optional<Resource> resource(String siteId, String resourceId);

    /** Stores a resource unless its id is taken at its site; false says that it is. */
    boolean add(Resource resource);

    /** Puts this resource in the place of its version {@code expectedVersion}; false says that the version is another. */
    boolean replace(Resource resource, long expectedVersion);

    /** Takes a resource away in whatever version; false says that there was none. */
    boolean remove(String siteId, String resourceId);

    /** Takes a resource away if it still has that version; false says that it has another or is gone. */
    boolean remove(String siteId, String resourceId, long expectedVersion);
}

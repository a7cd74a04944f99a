package io.dendrite.scheduling.clinic.application;

import io.dendrite.access.CurrentCaller;
import io.dendrite.audit.AuditDraft;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The clinic as the current caller may see it. A site that the token does not cover is answered as one that does not
 * exist, wherever it is named, and so is everything at it.
 */
@Primary
@Component
class ClinicInView implements Clinic {

    private final Clinic stored;
    private final CurrentCaller caller;
    private final PlacesFreed freed;

    ClinicInView(@Qualifier(Clinic.STORED) Clinic stored, CurrentCaller caller, PlacesFreed freed) {
        this.stored = stored;
        this.caller = caller;
        this.freed = freed;
    }

    @Override
    public Optional<Site> site(String siteId) {
        requireInView(siteId);
        return stored.site(siteId);
    }

    @Override
    public List<Site> sites() {
        return stored.sites().stream().filter(site -> caller.covers(site.id())).toList();
    }

    @Override
    public boolean add(Site site) {
        requireInView(site.id());
        return stored.add(site);
    }

    @Override
    public boolean replace(Site site, long expectedVersion) {
        requireInView(site.id());
        return freed(site.id(), stored.replace(site, expectedVersion));
    }

    @Override
    public List<Resource> resources(String siteId) {
        requireInView(siteId);
        return stored.resources(siteId);
    }

    @Override
    public Optional<Resource> resource(String siteId, String resourceId) {
        requireInView(siteId);
        return stored.resource(siteId, resourceId);
    }

    @Override
    public boolean add(Resource resource) {
        requireInView(resource.siteId());
        return freed(resource.siteId(), stored.add(resource));
    }

    @Override
    public boolean replace(Resource resource, long expectedVersion) {
        requireInView(resource.siteId());
        return freed(resource.siteId(), stored.replace(resource, expectedVersion));
    }

    @Override
    public boolean remove(String siteId, String resourceId) {
        requireInView(siteId);
        return stored.remove(siteId, resourceId);
    }

    @Override
    public boolean remove(String siteId, String resourceId, long expectedVersion) {
        requireInView(siteId);
        return stored.remove(siteId, resourceId, expectedVersion);
    }

    /** New hours and new people make room. */
    private boolean freed(String siteId, boolean changed) {
        if (changed) {
            freed.at(siteId);
        }
        return changed;
    }

    private void requireInView(String siteId) {
        if (!caller.covers(siteId)) {
            throw ProblemException.notFound("site", siteId);
        }
        AuditDraft.current().site(siteId);
    }
}

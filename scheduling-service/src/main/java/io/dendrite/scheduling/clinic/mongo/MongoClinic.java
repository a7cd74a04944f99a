package io.dendrite.scheduling.clinic.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.mongo.VersionedDocuments;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/** One document per site and one per resource; a resource's {@code _id} is {@code <site>/<resource>}. */
@Repository
@Qualifier(Clinic.STORED)
class MongoClinic implements Clinic {

    private final MongoCollection<Document> sites;
    private final MongoCollection<Document> resources;
    private final VersionedDocuments siteWrites;
    private final VersionedDocuments resourceWrites;

    MongoClinic(MongoDatabase database) {
        this.sites = database.getCollection("sites");
        this.resources = database.getCollection("resources");
        resources.createIndex(Indexes.ascending("site", "id"), new IndexOptions().unique(true));
        this.siteWrites = new VersionedDocuments(sites, "site");
        this.resourceWrites = new VersionedDocuments(resources, "resource");
    }

    @Override
    public Optional<Site> site(String siteId) {
        return Optional.ofNullable(sites.find(eq("_id", siteId)).first()).map(MongoClinic::site);
    }

    @Override
    public List<Site> sites() {
        return sites.find().sort(Sorts.ascending("_id")).map(MongoClinic::site).into(new ArrayList<>());
    }

    @Override
    public boolean add(Site site) {
        return siteWrites.add(document(site));
    }

    @Override
    public boolean replace(Site site, long expectedVersion) {
        return siteWrites.replace(document(site), expectedVersion);
    }

    @Override
    public List<Resource> resources(String siteId) {
        return resources
                .find(and(eq("site", siteId), VersionedDocuments.PRESENT))
                .sort(Sorts.ascending("id"))
                .map(MongoClinic::resource)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Resource> resource(String siteId, String resourceId) {
        return Optional.ofNullable(resources
                        .find(and(eq("_id", id(siteId, resourceId)), VersionedDocuments.PRESENT))
                        .first())
                .map(MongoClinic::resource);
    }

    @Override
    public boolean add(Resource resource) {
        return resourceWrites.add(document(resource));
    }

    @Override
    public boolean replace(Resource resource, long expectedVersion) {
        return resourceWrites.replace(document(resource), expectedVersion);
    }

    @Override
    public boolean remove(String siteId, String resourceId) {
        return resourceWrites.remove(id(siteId, resourceId), null);
    }

    @Override
    public boolean remove(String siteId, String resourceId, long expectedVersion) {
        return resourceWrites.remove(id(siteId, resourceId), expectedVersion);
    }

    private static String id(String siteId, String resourceId) {
        return siteId + "/" + resourceId;
    }

    private static Document document(Site site) {
        return new Document("_id", site.id())
                .append("name", site.name())
                .append("timeZone", site.timeZone().getId())
                .append("address", site.address())
                .append("phone", site.phone())
                .append("openingHours", HoursDocuments.of(site.openingHours()))
                .append("certifications", List.copyOf(site.certifications()))
                .append("noShowAfterMinutes", site.noShowAfterMinutes())
                .append(VersionedDocuments.VERSION, site.version());
    }

    private static Site site(Document document) {
        return new Site(
                document.getString("_id"),
                document.getString("name"),
                ZoneId.of(document.getString("timeZone")),
                document.getString("address"),
                document.getString("phone"),
                HoursDocuments.hours(document.get("openingHours", Document.class)),
                new HashSet<>(document.getList("certifications", String.class, List.of())),
                document.getInteger("noShowAfterMinutes", Site.DEFAULT_NO_SHOW_AFTER_MINUTES),
                VersionedDocuments.version(document));
    }

    private static Document document(Resource resource) {
        return new Document("_id", id(resource.siteId(), resource.id()))
                .append("site", resource.siteId())
                .append("id", resource.id())
                .append("kind", resource.kind().name())
                .append("name", resource.name())
                .append("skills", List.copyOf(resource.skills()))
                .append("lanes", resource.lanes())
                .append("workingHours", HoursDocuments.of(resource.workingHours()))
                .append(VersionedDocuments.VERSION, resource.version());
    }

    private static Resource resource(Document document) {
        Document workingHours = document.get("workingHours", Document.class);
        return new Resource(
                document.getString("site"),
                document.getString("id"),
                ResourceKind.valueOf(document.getString("kind")),
                document.getString("name"),
                new HashSet<>(document.getList("skills", String.class)),
                document.getInteger("lanes"),
                workingHours == null ? null : HoursDocuments.hours(workingHours),
                VersionedDocuments.version(document));
    }
}

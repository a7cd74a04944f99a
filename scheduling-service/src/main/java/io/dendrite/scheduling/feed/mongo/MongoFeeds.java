package io.dendrite.scheduling.feed.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import io.dendrite.audit.mongo.AuditField;
import io.dendrite.scheduling.feed.application.Feeds;
import io.dendrite.scheduling.feed.model.FeedSecret;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** One document for each resource that ever had a feed; it keeps the records of who opened and closed it. */
@Repository
class MongoFeeds implements Feeds {

    private static final String HASH = "hash";
    private static final String SITE = "site";
    private static final String RESOURCE = "resource";
    private static final String KIND = "feed";

    private final MongoCollection<Document> collection;

    MongoFeeds(MongoDatabase database) {
        this.collection = database.getCollection("feeds");
        collection.createIndex(
                Indexes.ascending(HASH), new IndexOptions().unique(true).sparse(true));
    }

    @Override
    public void open(Owner owner, FeedSecret secret) {
        collection.updateOne(
                eq("_id", id(owner)),
                combine(
                        set(SITE, owner.siteId()),
                        set(RESOURCE, owner.resourceId()),
                        set(HASH, secret.hash()),
                        AuditField.push(KIND, id(owner), null)),
                new UpdateOptions().upsert(true));
    }

    @Override
    public boolean close(Owner owner) {
        return collection
                        .updateOne(
                                and(eq("_id", id(owner)), exists(HASH)),
                                combine(unset(HASH), AuditField.push(KIND, id(owner), null)))
                        .getMatchedCount()
                > 0;
    }

    @Override
    public Optional<Owner> owner(FeedSecret secret) {
        return Optional.ofNullable(collection
                        .find(eq(HASH, secret.hash()))
                        .projection(exclude(AuditField.RECORDS))
                        .first())
                .map(found -> new Owner(found.getString(SITE), found.getString(RESOURCE)));
    }

    private static String id(Owner owner) {
        return owner.siteId() + "/" + owner.resourceId();
    }
}

package io.dendrite.audit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.dendrite.audit.application.AuditChains;
import io.dendrite.audit.application.AuditQuery;
import io.dendrite.audit.model.Head;
import io.dendrite.audit.model.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The chains of all sites in one collection. The primary key is the place in a chain and a unique index holds each
 * record once, so that the database decides between instances that append at the same time. How far a chain reaches
 * stands in a collection of its own: a link that vanishes from the end is missed.
 */
public final class MongoChains implements AuditChains {

    /** A whole chain is read on an auditor's demand: longer than any other call may take. */
    private static final long PATIENCE_MINUTES = 5;

    private static final String ANCHOR_SEQUENCE = "anchorSequence";
    private static final String ANCHOR_SEAL = "anchorSeal";

    private final MongoCollection<Document> links;
    private final MongoCollection<Document> heads;

    private volatile boolean indexed;

    /** The chains of the audit's database. */
    public MongoChains(MongoDatabase audit) {
        this.links = audit.getCollection("chain");
        this.heads = audit.getCollection("heads");
    }

    /** Before the first link rather than at the start, which must not depend on MongoDB in every service. */
    private void index() {
        if (indexed) {
            return;
        }
        links.createIndex(Indexes.ascending(RecordDocuments.ID), new IndexOptions().unique(true));
        links.createIndex(
                Indexes.ascending(RecordDocuments.SITE, LinkDocuments.SEQUENCE), new IndexOptions().unique(true));
        Bson newestFirst = Indexes.descending(RecordDocuments.TIME, RecordDocuments.ID);
        links.createIndex(newestFirst);
        links.createIndex(Indexes.compoundIndex(Indexes.ascending(RecordDocuments.PATIENTS), newestFirst));
        links.createIndex(Indexes.compoundIndex(Indexes.ascending(RecordDocuments.ACTOR), newestFirst));
        indexed = true;
    }

    @Override
    public Head head(String site) {
        Document stored = heads.find(eq("_id", site)).first();
        Head head = stored == null
                ? Head.NONE
                : new Head(stored.getLong(LinkDocuments.SEQUENCE), stored.getString(LinkDocuments.SEAL));
        // An instance may have died between appending and saying so.
        for (Document next = at(site, head.sequence() + 1); next != null; next = at(site, head.sequence() + 1)) {
            head = new Head(next.getLong(LinkDocuments.SEQUENCE), next.getString(LinkDocuments.SEAL));
        }
        return head;
    }

    private @Nullable Document at(String site, long sequence) {
        return links.find(eq("_id", LinkDocuments.id(site, sequence)))
                .projection(include(LinkDocuments.SEQUENCE, LinkDocuments.SEAL))
                .first();
    }

    @Override
    public Head anchor(String site) {
        Document stored = heads.find(eq("_id", site)).first();
        return stored == null || stored.getLong(ANCHOR_SEQUENCE) == null
                ? Head.NONE
                : new Head(stored.getLong(ANCHOR_SEQUENCE), stored.getString(ANCHOR_SEAL));
    }

    @Override
    public Set<String> linked(Collection<String> recordIds) {
        return links.find(in(RecordDocuments.ID, recordIds))
                .projection(include(RecordDocuments.ID))
                .map(document -> document.getString(RecordDocuments.ID))
                .into(new HashSet<>());
    }

    @Override
    public boolean append(String site, List<Link> appended) {
        index();
        try {
            links.insertMany(appended.stream().map(LinkDocuments::write).toList());
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)
                    && e.getWriteConcernError() == null) {
                return false;
            }
            throw e;
        }
        Link last = appended.get(appended.size() - 1);
        Bson reached = Updates.combine(
                Updates.set(LinkDocuments.SEQUENCE, last.sequence()), Updates.set(LinkDocuments.SEAL, last.seal()));
        if (heads.updateOne(and(eq("_id", site), lt(LinkDocuments.SEQUENCE, last.sequence())), reached)
                        .getMatchedCount()
                == 0) {
            begin(site, last);
        }
        return true;
    }

    private void begin(String site, Link last) {
        try {
            heads.insertOne(new Document("_id", site)
                    .append(LinkDocuments.SEQUENCE, last.sequence())
                    .append(LinkDocuments.SEAL, last.seal()));
        } catch (MongoWriteException e) {
            // Another instance reached further in the meantime.
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public void read(String site, Consumer<Iterator<Link>> reader) {
        Bson kept = and(
                eq(RecordDocuments.SITE, site),
                gt(LinkDocuments.SEQUENCE, anchor(site).sequence()));
        try (MongoCursor<Link> cursor = links.withTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES)
                .find(kept)
                .sort(Sorts.ascending(LinkDocuments.SEQUENCE))
                .map(LinkDocuments::read)
                .iterator()) {
            reader.accept(cursor);
        }
    }

    @Override
    public List<String> sites() {
        return heads.find().map(document -> document.getString("_id")).into(new ArrayList<>());
    }

    @Override
    public List<Link> find(AuditQuery query) {
        return links.find(QueryFilters.of(query))
                .sort(Sorts.descending(RecordDocuments.TIME, RecordDocuments.ID))
                .limit(query.limit())
                .map(LinkDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public long dropBefore(String site, Instant time) {
        List<Link> last = new ArrayList<>();
        read(site, kept -> {
            while (kept.hasNext()) {
                Link link = kept.next();
                if (!link.record().time().isBefore(time)) {
                    break;
                }
                last.clear();
                last.add(link);
            }
        });
        if (last.isEmpty()) {
            return 0;
        }
        // First the anchor: links before it are not read any more, whether they are gone yet or not.
        Link anchor = last.get(0);
        heads.updateOne(
                eq("_id", site),
                Updates.combine(
                        Updates.set(ANCHOR_SEQUENCE, anchor.sequence()), Updates.set(ANCHOR_SEAL, anchor.seal())));
        return links.withTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES)
                .deleteMany(and(eq(RecordDocuments.SITE, site), lte(LinkDocuments.SEQUENCE, anchor.sequence())))
                .getDeletedCount();
    }
}

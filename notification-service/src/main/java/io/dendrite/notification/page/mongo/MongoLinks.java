package io.dendrite.notification.page.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.dendrite.notification.store.StoreCalls.reaching;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.dendrite.notification.page.application.Links;
import io.dendrite.notification.page.model.Link;
import io.dendrite.notification.page.model.Use;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** One document for each secret, under its hash: every look-up is by primary key. */
@Repository
class MongoLinks implements Links {

    private static final String ATTEMPTS = "attempts";
    private static final String USED = "used";
    private static final String EXPIRES_AT = "expiresAt";

    private final MongoCollection<Document> links;

    MongoLinks(MongoDatabase database) {
        links = database.getCollection("links");
    }

    @Override
    public void add(List<Link> added) {
        if (added.isEmpty()) {
            return;
        }
        List<Document> documents = added.stream()
                .map(link -> new Document("_id", link.hash())
                        .append("use", link.use().name())
                        .append("patientId", link.patientId())
                        .append("subjectId", link.subjectId())
                        .append("sequence", link.sequence())
                        .append(EXPIRES_AT, Date.from(link.expiresAt()))
                        .append(ATTEMPTS, 0))
                .toList();
        reaching(() -> links.insertMany(documents));
    }

    @Override
    public Optional<Link> find(String hash) {
        return reaching(() -> Optional.ofNullable(
                        links.find(and(eq("_id", hash), exists(USED, false))).first())
                .map(document -> new Link(
                        hash,
                        Use.valueOf(document.getString("use")),
                        document.getString("patientId"),
                        document.getString("subjectId"),
                        document.getInteger("sequence"),
                        document.getDate(EXPIRES_AT).toInstant())));
    }

    @Override
    public boolean attempt(String hash, int most) {
        return reaching(() -> links.updateOne(and(eq("_id", hash), lt(ATTEMPTS, most)), inc(ATTEMPTS, 1))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public void forgetAttempts(String hash) {
        reaching(() -> links.updateOne(eq("_id", hash), set(ATTEMPTS, 0)));
    }

    @Override
    public boolean useUp(String hash) {
        return reaching(() -> links.updateOne(and(eq("_id", hash), exists(USED, false)), set(USED, true))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public void giveBack(String hash) {
        reaching(() -> links.updateOne(eq("_id", hash), unset(USED)));
    }

    @Override
    public void forgetExpired(Instant before) {
        reaching(() -> links.deleteMany(lt(EXPIRES_AT, Date.from(before))));
    }
}

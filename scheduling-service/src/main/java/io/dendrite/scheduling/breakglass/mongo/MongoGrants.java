package io.dendrite.scheduling.breakglass.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.dendrite.audit.mongo.AuditField;
import io.dendrite.scheduling.breakglass.application.Grants;
import io.dendrite.scheduling.breakglass.model.Grant;
import io.dendrite.scheduling.mongo.UniqueInsert;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxField;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** One document per override, with its announcement, and its audit record that holds the reason, inside. */
@Repository
class MongoGrants implements Grants {

    private final MongoCollection<Document> collection;

    MongoGrants(MongoDatabase database) {
        this.collection = database.getCollection("break_glass");
    }

    @Override
    public boolean add(Grant grant, OutboxEvent announcement) {
        Document document = new Document("_id", grant.id())
                .append("site", grant.siteId())
                .append("actor", grant.actor())
                .append("openedAt", Date.from(grant.openedAt()))
                .append("expiresAt", Date.from(grant.expiresAt()));
        OutboxField.addTo(document, List.of(announcement));
        return UniqueInsert.into(collection, AuditField.addTo(document, "break-glass", grant.id(), 1L));
    }

    @Override
    public Optional<Grant> grant(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first())
                .map(document -> new Grant(
                        document.getString("_id"),
                        document.getString("site"),
                        document.getString("actor"),
                        document.getDate("openedAt").toInstant(),
                        document.getDate("expiresAt").toInstant()));
    }
}

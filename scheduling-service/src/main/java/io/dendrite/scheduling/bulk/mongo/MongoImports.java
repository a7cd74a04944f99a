package io.dendrite.scheduling.bulk.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.dendrite.scheduling.bulk.application.Imports;
import io.dendrite.scheduling.bulk.model.ImportKind;
import io.dendrite.scheduling.bulk.model.ImportOrder;
import io.dendrite.scheduling.bulk.model.ImportProgress;
import io.dendrite.scheduling.bulk.model.ImportStatus;
import io.dendrite.scheduling.bulk.model.RowError;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** One document per import; only the instance that works on it writes it. It holds lines, columns and counts, no values. */
@Repository
class MongoImports implements Imports {

    private final MongoCollection<Document> collection;

    MongoImports(MongoDatabase database) {
        this.collection = database.getCollection("imports");
        collection.createIndex(Indexes.compoundIndex(Indexes.ascending("site"), Indexes.descending("startedAt")));
    }

    @Override
    public void store(ImportProgress progress) {
        collection.replaceOne(eq("_id", progress.order().id()), document(progress), new ReplaceOptions().upsert(true));
    }

    @Override
    public Optional<ImportProgress> progress(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(MongoImports::progress);
    }

    @Override
    public List<ImportProgress> ofSite(String siteId, int limit) {
        return collection
                .find(eq("site", siteId))
                .sort(Sorts.descending("startedAt"))
                .limit(limit)
                .map(MongoImports::progress)
                .into(new ArrayList<>());
    }

    private static Document document(ImportProgress progress) {
        ImportOrder order = progress.order();
        return new Document("_id", order.id())
                .append("kind", order.kind().name())
                .append("site", order.siteId())
                .append("dryRun", order.dryRun())
                .append("update", order.update())
                .append("tell", order.tell())
                .append("startedAt", Date.from(progress.startedAt()))
                .append("startedBy", progress.startedBy())
                .append("seenAt", Date.from(progress.seenAt()))
                .append("status", progress.status().name())
                .append("created", progress.created())
                .append("updated", progress.updated())
                .append("unchanged", progress.unchanged())
                .append("refused", progress.refused())
                .append("message", progress.message())
                .append(
                        "errors",
                        progress.errors().stream()
                                .map(error -> new Document("line", error.line())
                                        .append("field", error.field())
                                        .append("message", error.message()))
                                .toList());
    }

    private static ImportProgress progress(Document document) {
        return new ImportProgress(
                new ImportOrder(
                        document.getString("_id"),
                        ImportKind.valueOf(document.getString("kind")),
                        document.getString("site"),
                        document.getBoolean("dryRun"),
                        document.getBoolean("update"),
                        document.getBoolean("tell")),
                document.getDate("startedAt").toInstant(),
                document.getString("startedBy"),
                document.getDate("seenAt").toInstant(),
                ImportStatus.valueOf(document.getString("status")),
                document.getLong("created"),
                document.getLong("updated"),
                document.getLong("unchanged"),
                document.getLong("refused"),
                document.getString("message"),
                document.getList("errors", Document.class).stream()
                        .map(error -> new RowError(
                                error.getLong("line"), error.getString("field"), error.getString("message")))
                        .toList());
    }
}

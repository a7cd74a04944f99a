package io.dendrite.benchmarks.floor;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.dendrite.benchmarks.Measured;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** Inserts of the document of a real booking, under the indexes of the calendar, by the plain driver. */
public final class StoreFloor implements AutoCloseable {

    private static final String DATABASE = "dendrite-benchmark";

    private final MongoClient client;
    private final MongoCollection<Document> collection;
    private final AtomicInteger next = new AtomicInteger();
    private final Document sample;

    /**
     * Takes a booking that is there for its sample.
     *
     * @throws IllegalStateException if there is none
     */
    public StoreFloor(String connectionString) {
        client = MongoClients.create(connectionString);
        Document found = client.getDatabase("dendrite-scheduling")
                .getCollection("calendar")
                .find(Filters.eq("kind", "BOOKING"))
                .first();
        if (found == null) {
            throw new IllegalStateException("there is no booking to take for a sample");
        }
        sample = found;
        MongoDatabase own = client.getDatabase(DATABASE);
        own.drop();
        collection = own.getCollection("calendar");
        IndexOptions unique = new IndexOptions().unique(true);
        collection.createIndex(Indexes.ascending("site", "claims"), unique);
        collection.createIndex(Indexes.ascending("patientClaims"), unique);
        collection.createIndex(Indexes.ascending("site", "until", "from"));
        collection.createIndex(Indexes.ascending("patientId"));
    }

    /** As many inserts as so many threads can do. */
    public List<Measured.Sample> run(int threads, int warmUpSeconds, int seconds) {
        return Workers.run(threads, warmUpSeconds, seconds, this::insert);
    }

    void insert() {
        // Counted, not drawn: eight random digits met each other within a hundred thousand inserts.
        String own = String.format(Locale.ROOT, "%08x", next.getAndIncrement());
        collection.insertOne(new Document(sample)
                .append("_id", UUID.randomUUID().toString())
                .append("claims", own(own, sample.getList("claims", String.class)))
                .append("patientClaims", own(own, sample.getList("patientClaims", String.class))));
    }

    /** As many as the sample's, and nobody else's. */
    private static List<String> own(String suffix, List<String> claims) {
        return claims.stream().map(claim -> claim + suffix).toList();
    }

    @Override
    public void close() {
        client.getDatabase(DATABASE).drop();
        client.close();
    }
}

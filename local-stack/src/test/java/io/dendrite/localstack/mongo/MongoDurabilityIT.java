package io.dendrite.localstack.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.dendrite.localstack.FreePort;
import io.dendrite.localstack.TestJvm;
import io.dendrite.localstack.child.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server has acknowledged outlives kill -9, and stays inside its unique index. */
class MongoDurabilityIT {

    private static final int WRITERS = 8;
    private static final int ACKNOWLEDGED = 1_500;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void losesNoAcknowledgedInsertWhenItIsKilled(boolean fsync) throws Exception {
        int port = FreePort.any();
        ChildJvm server = TestJvm.of(
                MongoMain.class, directory, directory.toString(), String.valueOf(port), String.valueOf(fsync));
        startAndAwait(server);

        Queue<String> acknowledged = insertUntilKilled(server, port);
        startAndAwait(server);

        try (MongoClient client = client(port)) {
            MongoCollection<Document> entries = entries(client);
            Set<String> found = new HashSet<>();
            entries.find().forEach(entry -> found.add(entry.getString("_id")));
            assertThat(found).containsAll(acknowledged);
            assertThat(acceptedAgain(entries, found))
                    .as("taken claims that were given twice")
                    .isEmpty();
        } finally {
            server.kill();
        }
    }

    private static Queue<String> insertUntilKilled(ChildJvm server, int port) throws InterruptedException {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (MongoClient client = client(port)) {
            MongoCollection<Document> entries = entries(client);
            entries.createIndex(new Document("site", 1).append("claims", 1), new IndexOptions().unique(true));
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "writer-" + writer;
                writers.execute(() -> insertUntilItFails(name, entries, acknowledged));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= ACKNOWLEDGED);
            server.kill();
            writers.shutdown();
            assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        return acknowledged;
    }

    private static void insertUntilItFails(
            String writer, MongoCollection<Document> entries, Queue<String> acknowledged) {
        try {
            for (int number = 0; true; number++) {
                String id = writer + "-" + number;
                entries.insertOne(entry(id, claim(id)));
                acknowledged.add(id);
            }
        } catch (MongoException e) {
            // The server is gone: this insert was not acknowledged, and may or may not be there.
        }
    }

    /** Claims every stored entry's claim once more, under another id; none may be given. */
    private static List<String> acceptedAgain(MongoCollection<Document> entries, Set<String> stored) {
        List<String> accepted = new ArrayList<>();
        for (String id : stored) {
            try {
                entries.insertOne(entry("again-" + id, claim(id)));
                accepted.add(id);
            } catch (MongoException e) {
                assertThat(e.getMessage()).contains("E11000");
            }
        }
        return accepted;
    }

    private static Document entry(String id, String claim) {
        return new Document("_id", id).append("site", "riverside").append("claims", List.of(id, claim));
    }

    private static String claim(String id) {
        return "chair-1/1@" + id;
    }

    private static MongoCollection<Document> entries(MongoClient client) {
        return client.getDatabase("clinic").getCollection("calendar");
    }

    private static MongoClient client(int port) {
        return MongoClients.create("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=5000&retryWrites=false");
    }

    private static void startAndAwait(ChildJvm server) {
        server.start();
        long before = server.lastLines(1_000).stream().filter("serving"::equals).count();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> server.lastLines(1_000).stream()
                                .filter("serving"::equals)
                                .count()
                        > before);
    }
}

package io.dendrite.localstack.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.dendrite.localstack.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMongoIT {

    @TempDir
    Path directory;

    private LocalMongo mongo;

    @BeforeEach
    void start() {
        mongo = new LocalMongo(directory, FreePort.any());
        mongo.start();
    }

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void answersTheHealthCheckOfSpringBoot() {
        try (MongoClient client = MongoClients.create(mongo.connectionString())) {
            Document answer = client.getDatabase("admin").runCommand(new Document("hello", 1));

            assertThat(answer.getBoolean("isWritablePrimary")).isTrue();
        }
    }

    @Test
    void keepsDocumentsAndUniqueIndexesOverAStopAndAStart() {
        try (MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoCollection<Document> things = client.getDatabase("clinic").getCollection("things");
            things.createIndex(new Document("site", 1).append("claims", 1), new IndexOptions().unique(true));
            things.insertOne(thing("one", "chair-1/1@7"));
        }

        mongo.stop();
        mongo.start();

        try (MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoCollection<Document> things = client.getDatabase("clinic").getCollection("things");
            assertThat(things.find().first()).containsEntry("_id", "one");
            assertThatThrownBy(() -> things.insertOne(thing("two", "chair-1/1@7")))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
        }
    }

    @Test
    void refusesDataOfTheOlderForm() throws Exception {
        mongo.stop();
        Files.createFile(directory.resolve("data.mv"));

        assertThatThrownBy(mongo::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("./dendrite reset");
    }

    @Test
    void aSecondServerCannotTakeTheSameData() {
        try (LocalMongo second = new LocalMongo(directory, FreePort.any())) {
            assertThatThrownBy(second::start).hasMessageContaining("locked");
        }
    }

    private static Document thing(String id, String claim) {
        return new Document("_id", id).append("site", "riverside").append("claims", List.of(id, claim));
    }
}

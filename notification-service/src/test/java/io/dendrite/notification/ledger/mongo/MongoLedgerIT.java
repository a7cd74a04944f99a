package io.dendrite.notification.ledger.mongo;

import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.testsupport.EnabledIfImage;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The contracts on MongoDB itself, and what only it can show: that hot queries use their indexes. */
@EnabledIfImage("mongo:8")
@Testcontainers
class MongoLedgerIT {

    @Container
    private static final MongoDBContainer SERVER = new MongoDBContainer("mongo:8");

    private static MongoClient client;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(SERVER.getConnectionString());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    private static MongoDatabase fresh() {
        return client.getDatabase("n" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void findsDueRowsByTheirIndex() {
        MongoDatabase database = fresh();
        new NoticeIndexes(database).create();
        new MongoLedger(database).record(List.of(Notice.dueNow(confirmation("e1", 1), NoticesInMongo.NOW)));

        Document plan = database.getCollection(NoticeFields.NOTICES)
                .find(new Document(NoticeFields.CLAIMABLE_AT, new Document("$lte", Date.from(NoticesInMongo.NOW)))
                        .append(NoticeFields.STATUS, "PENDING"))
                .sort(new Document(NoticeFields.CLAIMABLE_AT, 1))
                .explain();

        assertThat(plan.toJson()).contains("claimableAt_1").doesNotContain("COLLSCAN");
    }

    @EnabledIfImage("mongo:8")
    @Nested
    class Notices extends LedgerContract {

        @Override
        MongoDatabase database() {
            return fresh();
        }
    }

    @EnabledIfImage("mongo:8")
    @Nested
    class Queue extends NoticeQueueContract {

        @Override
        MongoDatabase database() {
            return fresh();
        }
    }

    @EnabledIfImage("mongo:8")
    @Nested
    class Newest extends NewestKnownContract {

        @Override
        MongoDatabase database() {
            return fresh();
        }
    }

    @EnabledIfImage("mongo:8")
    @Nested
    class Erasures extends ErasuresContract {

        @Override
        MongoDatabase database() {
            return fresh();
        }
    }
}

package io.dendrite.notification.ledger.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dendrite.testsupport.EmbeddedMongo;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contracts on the embedded server. */
class EmbeddedLedgerIT {

    private static EmbeddedMongo server;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        server = new EmbeddedMongo();
        client = MongoClients.create(server.connectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Nested
    class Notices extends LedgerContract {

        @Override
        MongoDatabase database() {
            return client.getDatabase("n" + UUID.randomUUID());
        }
    }

    @Nested
    class Queue extends NoticeQueueContract {

        @Override
        MongoDatabase database() {
            return client.getDatabase("n" + UUID.randomUUID());
        }
    }

    @Nested
    class Newest extends NewestKnownContract {

        @Override
        MongoDatabase database() {
            return client.getDatabase("n" + UUID.randomUUID());
        }
    }

    @Nested
    class Erasures extends ErasuresContract {

        @Override
        MongoDatabase database() {
            return client.getDatabase("n" + UUID.randomUUID());
        }
    }
}

package io.dendrite.scheduling.outbox.mongo;

import io.dendrite.testsupport.EmbeddedMongo;
import org.junit.jupiter.api.AfterAll;

class EmbeddedOutboxIT extends OutboxContract {

    private static final EmbeddedMongo MONGO = new EmbeddedMongo();

    @AfterAll
    static void stop() {
        MONGO.close();
    }

    @Override
    String connectionString() {
        return MONGO.connectionString();
    }
}

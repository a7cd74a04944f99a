package io.dendrite.scheduling.outbox.mongo;

import io.dendrite.testsupport.EnabledIfImage;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

@EnabledIfImage("mongo:8")
@Testcontainers
class MongoOutboxIT extends OutboxContract {

    @Container
    private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8").withReplicaSet();

    @Override
    String connectionString() {
        return MONGO.getConnectionString();
    }
}

package io.dendrite.scheduling.clinic.mongo;

import io.dendrite.testsupport.EnabledIfImage;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The same promises on the real server. */
@EnabledIfImage("mongo:8")
@Testcontainers
class MongoClinicIT extends ClinicContract {

    @Container
    private static final MongoDBContainer SERVER = new MongoDBContainer("mongo:8");

    @Override
    protected String address() {
        return SERVER.getConnectionString();
    }
}

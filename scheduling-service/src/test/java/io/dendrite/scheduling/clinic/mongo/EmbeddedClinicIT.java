package io.dendrite.scheduling.clinic.mongo;

import io.dendrite.testsupport.EmbeddedMongo;
import org.junit.jupiter.api.AfterAll;

class EmbeddedClinicIT extends ClinicContract {

    private static final EmbeddedMongo SERVER = new EmbeddedMongo();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    protected String address() {
        return SERVER.connectionString();
    }
}

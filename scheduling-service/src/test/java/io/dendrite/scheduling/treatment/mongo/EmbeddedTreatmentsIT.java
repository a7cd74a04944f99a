package io.dendrite.scheduling.treatment.mongo;

import io.dendrite.testsupport.EmbeddedMongo;
import org.junit.jupiter.api.AfterAll;

class EmbeddedTreatmentsIT extends TreatmentsContract {

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

package io.dendrite.scheduling.patient.mongo;

import io.dendrite.testsupport.EmbeddedMongo;
import org.junit.jupiter.api.AfterAll;

class EmbeddedPatientRegisterIT extends PatientRegisterContract {

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

package io.dendrite.scheduling;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import io.dendrite.encryption.KeyDestroyedException;
import io.dendrite.encryption.PatientSeal;
import io.dendrite.encryption.mongo.Encryption;
import io.dendrite.testsupport.EmbeddedMongo;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Real encryption for tests that put adapters together by hand, on a vault that all of them share. */
public final class TestEncryption {

    /** A master key for tests. */
    public static final String MASTER_KEY = masterKey();

    private static final EmbeddedMongo SERVER = new EmbeddedMongo();
    private static final Encryption ENCRYPTION = encryption();

    private TestEncryption() {}

    /** All of it. */
    public static Encryption get() {
        return ENCRYPTION;
    }

    /** The same in a process that has no key in memory yet. */
    public static Encryption ofAnotherProcess() {
        return encryption();
    }

    /** Seals for patients who were never registered: their keys are made when first needed. */
    public static PatientSeal forAnybody() {
        PatientSeal patients = ENCRYPTION.patients();
        return new PatientSeal() {
            @Override
            public void createKey(String patientId) {
                patients.createKey(patientId);
            }

            @Override
            public byte[] seal(String patientId, Map<String, ?> data) {
                try {
                    return patients.seal(patientId, data);
                } catch (KeyDestroyedException none) {
                    patients.createKey(patientId);
                    return patients.seal(patientId, data);
                }
            }

            @Override
            public Map<String, Object> open(String patientId, byte[] sealed) {
                return patients.open(patientId, sealed);
            }

            @Override
            public void destroyKey(String patientId) {
                patients.destroyKey(patientId);
            }
        };
    }

    private static Encryption encryption() {
        MongoClientSettings access = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(SERVER.connectionString()))
                .build();
        return Encryption.withMasterKey(MongoClients.create(access), access, "dendrite-keys", MASTER_KEY);
    }

    private static String masterKey() {
        byte[] random = new byte[96];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}

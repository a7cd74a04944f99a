package io.dendrite.encryption.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dendrite.testsupport.EmbeddedMongo;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A change of the master key while several processes go on working. */
class RotationIT {

    private static final Map<String, Object> MARIA = Map.of("givenName", "Maria");

    private final EmbeddedMongo server = new EmbeddedMongo();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final String old = key();
    private final String next = key();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        server.close();
    }

    /** First every process learns the new key, then every process makes it the current one. */
    @Test
    void inTwoRoundsEveryProcessReadsAllTheTime() {
        byte[] before = register(process(old, null), "before");
        Encryption prepared = process(old, next);
        assertThat(prepared.rewrapAll()).isZero();

        Encryption changed = process(next, old);
        assertThat(changed.rewrapAll()).isEqualTo(1);

        assertThat(process(old, next).patients().open("before", before)).isEqualTo(MARIA);
        assertThat(changed.patients().open("before", before)).isEqualTo(MARIA);
        byte[] byNew = register(changed, "new");
        assertThat(prepared.patients().open("new", byNew)).isEqualTo(MARIA);
    }

    @Test
    void keysThatAProcessMadeUnderTheOldOneMeanwhileAreTakenAlongByTheLast() {
        Encryption late = process(old, next);
        register(late, "early");
        assertThat(process(next, old).rewrapAll()).isEqualTo(1);
        byte[] meanwhile = register(late, "meanwhile");

        assertThat(process(next, old).rewrapAll()).isEqualTo(1);

        assertThat(process(next, null).patients().open("meanwhile", meanwhile)).isEqualTo(MARIA);
    }

    private static byte[] register(Encryption process, String patient) {
        process.patients().createKey(patient);
        return process.patients().seal(patient, MARIA);
    }

    private Encryption process(String current, String other) {
        MongoClientSettings access = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.connectionString()))
                .build();
        MongoClient client = MongoClients.create(access);
        Encryption encryption = new Encryption(
                client,
                access,
                new EncryptionSettings("dendrite-keys", "local", null, current, null, other, Map.of(), Map.of()));
        open.add(encryption);
        open.add(client);
        return encryption;
    }

    private static String key() {
        byte[] random = new byte[96];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}

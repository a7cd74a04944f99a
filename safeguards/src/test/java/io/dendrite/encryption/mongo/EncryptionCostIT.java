package io.dendrite.encryption.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dendrite.encryption.PatientSeal;
import io.dendrite.testsupport.EmbeddedMongo;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What sealing costs. The log has the figures; the bounds are wide and only catch what got slow by an order. */
class EncryptionCostIT {

    private static final Logger log = LoggerFactory.getLogger(EncryptionCostIT.class);

    private static final Map<String, Object> CONTACT =
            Map.of("givenName", "Maria", "email", "maria@example.org", "language", "en", "emailConsent", true);
    private static final String KEY = key();
    private static final int WARM_UP = 200;
    private static final int ROUNDS = 300;

    @Test
    void aContactIsSealedAndOpenedInMilliseconds() {
        try (EmbeddedMongo server = new EmbeddedMongo()) {
            MongoClientSettings access = MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(server.connectionString()))
                    .build();
            try (MongoClient client = MongoClients.create(access);
                    Encryption one = Encryption.withMasterKey(client, access, "dendrite-keys", KEY);
                    Encryption other = Encryption.withMasterKey(client, access, "dendrite-keys", KEY)) {
                PatientSeal patients = one.patients();
                Duration key = median("create a key", i -> patients.createKey("p" + i));
                byte[][] sealed = new byte[WARM_UP + ROUNDS][];
                median("seal, key not in memory", i -> sealed[i] = patients.seal("p" + i, CONTACT));
                Duration fetched =
                        median("open, key not in memory", i -> other.patients().open("p" + i, sealed[i]));
                Duration seal = median("seal", i -> patients.seal("p0", CONTACT));
                Duration open = median("open", i -> patients.open("p0", sealed[0]));

                assertThat(key).isLessThan(Duration.ofMillis(250));
                assertThat(fetched).isLessThan(Duration.ofMillis(250));
                assertThat(seal).isLessThan(Duration.ofMillis(25));
                assertThat(open).isLessThan(Duration.ofMillis(25));
            }
        }
    }

    private static Duration median(String what, IntConsumer work) {
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            long start = System.nanoTime();
            work.accept(i);
            if (i >= WARM_UP) {
                nanos[i - WARM_UP] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        log.info(
                "{}: median {} us, 95% {} us, with {} keys",
                what, nanos[ROUNDS / 2] / 1000, nanos[ROUNDS * 95 / 100] / 1000, WARM_UP + ROUNDS);
        return Duration.ofNanos(nanos[ROUNDS / 2]);
    }

    private static String key() {
        byte[] random = new byte[96];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}

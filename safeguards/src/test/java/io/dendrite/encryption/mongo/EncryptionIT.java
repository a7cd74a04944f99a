package io.dendrite.encryption.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dendrite.encryption.BlindIndex;
import io.dendrite.encryption.BrokenSealException;
import io.dendrite.encryption.KeyDestroyedException;
import io.dendrite.encryption.PatientSeal;
import io.dendrite.encryption.Purpose;
import io.dendrite.encryption.SharedSeal;
import io.dendrite.start.UnsafeSettingException;
import io.dendrite.testsupport.EmbeddedMongo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionIT {

    private static final Map<String, Object> MARIA =
            Map.of("givenName", "Maria", "email", "maria@example.org", "emailConsent", true);

    private final EmbeddedMongo server = new EmbeddedMongo();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final String masterKey = key();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        server.close();
    }

    @Test
    void whatWasSealedForAPatientOpensAgain() {
        Encryption one = process(masterKey, null);
        one.patients().createKey("p1");

        byte[] sealed = one.patients().seal("p1", MARIA);

        assertThat(one.patients().open("p1", sealed)).isEqualTo(MARIA);
        assertThat(process(masterKey, null).patients().open("p1", sealed)).isEqualTo(MARIA);
        assertThat(one.patients().seal("p1", MARIA)).isNotEqualTo(sealed);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Maria", "maria", "p1");
    }

    @Test
    void aDestroyedKeyTakesEverythingWithIt() {
        Encryption one = process(masterKey, null);
        one.patients().createKey("p1");
        byte[] sealed = one.patients().seal("p1", MARIA);

        one.patients().destroyKey("p1");
        one.patients().destroyKey("p1");

        PatientSeal fresh = process(masterKey, null).patients();
        assertThatExceptionOfType(KeyDestroyedException.class).isThrownBy(() -> fresh.open("p1", sealed));
        assertThatExceptionOfType(KeyDestroyedException.class).isThrownBy(() -> fresh.seal("p1", MARIA));
        assertThatExceptionOfType(KeyDestroyedException.class).isThrownBy(() -> fresh.seal("unknown", MARIA));
    }

    @Test
    void aSealOfSomebodyElseOrWithOtherBytesIsBroken() {
        PatientSeal patients = process(masterKey, null).patients();
        patients.createKey("p1");
        patients.createKey("p2");
        byte[] sealed = patients.seal("p1", MARIA);

        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> patients.open("p2", sealed));
        byte[] changed = sealed.clone();
        changed[changed.length - 40] ^= 1;
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> patients.open("p1", changed));
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> patients.open("p1", new byte[] {1, 2}));
    }

    @Test
    void equalTextsSealAlikeWhereAskedFor() {
        SharedSeal shared = process(masterKey, null).shared();

        byte[] one = shared.sealAlike(Purpose.LOOKUP, "maria@example.org");
        byte[] again = process(masterKey, null).shared().sealAlike(Purpose.LOOKUP, "maria@example.org");

        assertThat(again).isEqualTo(one);
        assertThat(shared.sealAlike(Purpose.LOOKUP, "other@example.org")).isNotEqualTo(one);
        assertThat(new String(shared.open(one), StandardCharsets.UTF_8)).isEqualTo("maria@example.org");
        byte[] text = "Chair is repaired".getBytes(StandardCharsets.UTF_8);
        assertThat(shared.open(shared.seal(Purpose.TEXT, text))).isEqualTo(text);
        assertThat(shared.seal(Purpose.TEXT, text)).isNotEqualTo(shared.seal(Purpose.TEXT, text));
    }

    @Test
    void processesThatStartTogetherAgreeOnTheirKeys() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<String>> macs = new ArrayList<>();
        List<Future<byte[]>> sealed = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Encryption process = process(masterKey, null);
            macs.add(threads.submit(() ->
                    HexFormat.of().formatHex(process.macs().mac(Purpose.NAMES, new byte[] {1}))));
            sealed.add(threads.submit(() -> process.shared().seal(Purpose.TEXT, new byte[] {7})));
        }
        Set<String> different = new HashSet<>();
        for (Future<String> mac : macs) {
            different.add(mac.get());
        }
        Encryption late = process(masterKey, null);
        for (Future<byte[]> each : sealed) {
            assertThat(late.shared().open(each.get())).containsExactly(7);
        }
        threads.shutdown();

        assertThat(different).hasSize(1);
        assertThat(late.macs().mac(Purpose.AUDIT, new byte[] {1}))
                .isNotEqualTo(late.macs().mac(Purpose.NAMES, new byte[] {1}));
    }

    @Test
    void afterARotationTheNewMasterKeyAloneOpensEverything() {
        Encryption before = process(masterKey, null);
        before.patients().createKey("p1");
        byte[] patient = before.patients().seal("p1", MARIA);
        byte[] text = before.shared().seal(Purpose.TEXT, new byte[] {7});
        byte[] mac = before.macs().mac(Purpose.AUDIT, new byte[] {1});
        String next = key();

        Encryption rotating = process(next, masterKey);
        assertThat(rotating.patients().open("p1", patient)).isEqualTo(MARIA);
        assertThat(rotating.rewrapAll()).isEqualTo(3);
        assertThat(rotating.rewrapAll()).isZero();

        Encryption after = process(next, null);
        assertThat(after.patients().open("p1", patient)).isEqualTo(MARIA);
        assertThat(after.shared().open(text)).containsExactly(7);
        assertThat(after.macs().mac(Purpose.AUDIT, new byte[] {1})).isEqualTo(mac);
        PatientSeal withOldKey = process(masterKey, null).patients();
        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> withOldKey.open("p1", patient));
    }

    @Test
    void anOutageOfTheVaultIsNoErasure() {
        Encryption one = process(masterKey, null);
        one.patients().createKey("p1");
        byte[] sealed = one.patients().seal("p1", MARIA);
        PatientSeal fresh = process(masterKey, null).patients();
        server.stop();

        assertThatThrownBy(() -> fresh.open("p1", sealed)).isInstanceOf(MongoException.class);

        server.start();
        assertThat(fresh.open("p1", sealed)).isEqualTo(MARIA);
    }

    @Test
    void namesAreFoundByTheirBeginnings() {
        BlindIndex index = process(masterKey, null).blindIndex();
        List<Long> tokens = index.tokensOf(List.of("maria", "lopez"));

        assertThat(tokens).hasSize(10).contains(index.token("m"), index.token("mar"), index.token("lopez"));
        assertThat(tokens).doesNotContain(index.token("a"), index.token("marias"));
        String longName = "x".repeat(BlindIndex.LONGEST + 5);
        assertThat(index.tokensOf(List.of(longName))).contains(index.token(longName));
    }

    @Test
    void aMasterKeyFileIsForItsOwnerAlone(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("master.key"), masterKey);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatExceptionOfType(UnsafeSettingException.class)
                .isThrownBy(() -> MasterKey.in(file, "A_SETTING"))
                .withMessageContaining("read by others");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(MasterKey.in(file, "A_SETTING").provider())
                .isEqualTo(MasterKey.of(masterKey, "A_SETTING").provider());
        assertThatExceptionOfType(UnsafeSettingException.class)
                .isThrownBy(() -> MasterKey.in(directory.resolve("none"), "A_SETTING"))
                .withMessageContaining("A_SETTING");
    }

    private Encryption process(String current, String previous) {
        EncryptionSettings settings =
                new EncryptionSettings("dendrite-keys", "local", null, current, null, previous, Map.of(), Map.of());
        MongoClientSettings access = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.connectionString()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                .build();
        MongoClient client = MongoClients.create(access);
        Encryption encryption = new Encryption(client, access, settings);
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

package io.dendrite.encryption.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import io.dendrite.encryption.BlindIndex;
import io.dendrite.encryption.Macs;
import io.dendrite.encryption.PatientSeal;
import io.dendrite.encryption.SharedSeal;
import io.dendrite.start.UnsafeSettingException;
import java.util.Map;

/** All of encryption on one vault. Nothing here asks MongoDB before something is sealed or opened. */
public final class Encryption implements AutoCloseable {

    private final KeyVault vault;
    private final SharedSeal shared;
    private final Macs macs;

    Encryption(MongoClient client, MongoClientSettings access, EncryptionSettings settings) {
        this.vault = new KeyVault(client, access, settings);
        this.shared = new VaultSharedSeal(vault);
        this.macs = new VaultMacs(client.getDatabase(settings.database()).getCollection("macs"), shared);
    }

    /**
     * Encryption under a master key that the caller holds.
     *
     * @param access how the vault's server is reached
     * @param database the vault's database
     * @param masterKey 96 random bytes in Base64
     */
    public static Encryption withMasterKey(
            MongoClient client, MongoClientSettings access, String database, String masterKey) {
        return new Encryption(
                client,
                access,
                new EncryptionSettings(database, "local", null, masterKey, null, null, Map.of(), Map.of()));
    }

    /** Under each patient's own key. */
    public PatientSeal patients() {
        return new VaultPatientSeal(vault);
    }

    /** Under one key for each purpose. */
    public SharedSeal shared() {
        return shared;
    }

    /** Keyed hashes. */
    public Macs macs() {
        return macs;
    }

    /** Finds names by their beginnings. */
    public BlindIndex blindIndex() {
        return new BlindIndex(macs);
    }

    /** Encrypts every data key anew with the current master key, if it is not yet; says how many that were. */
    public long rewrapAll() {
        return vault.rewrapAll();
    }

    /**
     * Refuses to go on when the vault has keys that no configured master key opens.
     *
     * @throws UnsafeSettingException when it has
     */
    void requireKnownMasterKeys() {
        if (!vault.foreignProviders().isEmpty()) {
            throw new UnsafeSettingException(
                    "The key vault holds keys that were made under another master key.",
                    "Set the master key that the vault was used with; during a rotation, both.");
        }
    }

    @Override
    public void close() {
        vault.close();
    }
}

package io.dendrite.encryption.mongo;

import io.dendrite.start.UnsafeSettingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master key is.
 *
 * @param database the database of the vault
 * @param provider {@code local}, or the key management service: {@code aws}, {@code azure}, {@code gcp}, {@code kmip}
 * @param masterKeyFile for {@code local}: a file that only its owner can read, with 96 random bytes in Base64
 * @param masterKey for {@code local}, instead of the file: the Base64 itself
 * @param previousMasterKeyFile the file before a rotation
 * @param previousMasterKey instead of that file: the Base64 itself
 * @param kms for a service: its credentials, by the names of MongoDB's specification, such as {@code accessKeyId}
 * @param kmsKey for a service: which of its keys, by the names of the specification, such as {@code key}, {@code region}
 */
@ConfigurationProperties("dendrite.encryption")
record EncryptionSettings(
        @DefaultValue("dendrite-keys") String database,
        @DefaultValue("local") String provider,
        @Nullable String masterKeyFile,
        @Nullable String masterKey,
        @Nullable String previousMasterKeyFile,
        @Nullable String previousMasterKey,
        @DefaultValue Map<String, String> kms,
        @DefaultValue Map<String, String> kmsKey) {

    private static final String LOCAL = "local";

    /**
     * The providers as the driver wants them.
     *
     * @param current the one that encrypts new data keys
     * @param all by name, with their credentials or keys
     */
    record Providers(String current, Map<String, Map<String, Object>> all) {}

    /**
     * The providers that these settings name.
     *
     * @throws UnsafeSettingException when the master key is missing or weak
     */
    Providers providers() {
        Map<String, Map<String, Object>> all = new HashMap<>();
        MasterKey previous = local(previousMasterKeyFile, previousMasterKey, "DENDRITE_ENCRYPTION_PREVIOUSMASTERKEY");
        if (previous != null) {
            all.put(previous.provider(), Map.of("key", previous.bytes()));
        }
        if (!provider.equals(LOCAL)) {
            all.put(provider, new HashMap<>(kms));
            return new Providers(provider, all);
        }
        MasterKey current = local(masterKeyFile, masterKey, "DENDRITE_ENCRYPTION_MASTERKEY");
        if (current == null) {
            throw new UnsafeSettingException(
                    "No master key is configured.",
                    "Set DENDRITE_ENCRYPTION_MASTERKEYFILE (or DENDRITE_ENCRYPTION_MASTERKEY), or name a key management"
                            + " service in DENDRITE_ENCRYPTION_PROVIDER.");
        }
        all.put(current.provider(), Map.of("key", current.bytes()));
        return new Providers(current.provider(), all);
    }

    /** Whether data keys may still be encrypted with what came before. */
    boolean rotates() {
        return isSet(previousMasterKeyFile) || isSet(previousMasterKey) || !provider.equals(LOCAL);
    }

    private static @Nullable MasterKey local(@Nullable String file, @Nullable String text, String setting) {
        if (file != null && isSet(file)) {
            return MasterKey.in(Path.of(file), setting + "FILE");
        }
        return text != null && isSet(text) ? MasterKey.of(text, setting) : null;
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** Never a key. */
    @Override
    public String toString() {
        return "EncryptionSettings[" + provider + ", " + database + "]";
    }
}

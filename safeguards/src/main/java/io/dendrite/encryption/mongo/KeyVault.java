package io.dendrite.encryption.mongo;

import com.mongodb.ClientEncryptionSettings;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.vault.DataKeyOptions;
import com.mongodb.client.model.vault.EncryptOptions;
import com.mongodb.client.model.vault.RewrapManyDataKeyOptions;
import com.mongodb.client.vault.ClientEncryption;
import com.mongodb.client.vault.ClientEncryptions;
import com.mongodb.crypt.capi.MongoCryptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Data keys by name, and what is encrypted with them. The keys lie in the vault, encrypted with the master key; the
 * library keeps those it used in memory for a minute, so a destroyed key may go on working that long in a process that
 * has just used it.
 */
final class KeyVault implements AutoCloseable {

    private static final String RANDOM = "AEAD_AES_256_CBC_HMAC_SHA_512-Random";
    private static final String DETERMINISTIC = "AEAD_AES_256_CBC_HMAC_SHA_512-Deterministic";
    private static final String COLLECTION = "vault";
    private static final String NAMES = "keyAltNames";

    private final ClientEncryption encryption;
    private final MongoCollection<Document> keys;
    private final EncryptionSettings.Providers providers;
    private final BsonDocument masterKey;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile boolean indexed;

    KeyVault(MongoClient client, MongoClientSettings access, EncryptionSettings settings) {
        this.providers = settings.providers();
        this.masterKey = new BsonDocument();
        settings.kmsKey().forEach((name, value) -> masterKey.append(name, new BsonString(value)));
        this.keys = client.getDatabase(settings.database()).getCollection(COLLECTION);
        this.encryption = ClientEncryptions.create(ClientEncryptionSettings.builder()
                .keyVaultMongoClientSettings(access)
                .keyVaultNamespace(settings.database() + "." + COLLECTION)
                .kmsProviders(providers.all())
                .build());
    }

    /** Makes a key unless there is one of that name; of several processes that try at once, one makes it. */
    void create(String name) {
        index();
        DataKeyOptions options = new DataKeyOptions().keyAltNames(List.of(name));
        if (!masterKey.isEmpty()) {
            options.masterKey(masterKey);
        }
        try {
            encryption.createDataKey(providers.current(), options);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** Makes a key that is never destroyed, at its first use. */
    void createOnce(String name) {
        if (!known.contains(name)) {
            if (!exists(name)) {
                create(name);
            }
            known.add(name);
        }
    }

    boolean exists(String name) {
        return keys.find(Filters.eq(NAMES, name)).first() != null;
    }

    void destroy(String name) {
        keys.deleteOne(Filters.eq(NAMES, name));
    }

    byte[] encrypt(String keyName, BsonValue value, boolean alike) {
        return encryption
                .encrypt(value, new EncryptOptions(alike ? DETERMINISTIC : RANDOM).keyAltName(keyName))
                .getData();
    }

    BsonValue decrypt(byte[] sealed) {
        return encryption.decrypt(new BsonBinary(BsonBinarySubType.ENCRYPTED, sealed));
    }

    /** Whether this is the library's word on keys or bytes, and not an outage of the vault. */
    static boolean isRefusal(MongoException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoCryptException) {
                return true;
            }
        }
        return false;
    }

    /** Encrypts every data key anew with the current master key, if it is not yet; says how many that were. */
    long rewrapAll() {
        List<BsonDocument> otherwise = new ArrayList<>(List.of(not("masterKey.provider", providers.current())));
        masterKey.forEach((name, value) ->
                otherwise.add(not("masterKey." + name, value.asString().getValue())));
        BsonDocument old = new BsonDocument("$or", new BsonArray(otherwise));
        long before = keys.countDocuments(old);
        if (before > 0) {
            RewrapManyDataKeyOptions options = new RewrapManyDataKeyOptions().provider(providers.current());
            if (!masterKey.isEmpty()) {
                options.masterKey(masterKey);
            }
            encryption.rewrapManyDataKey(old, options);
        }
        return before;
    }

    /** The providers of keys that nobody here can open: another master key than the configured ones made them. */
    Set<String> foreignProviders() {
        Set<String> foreign = keys.distinct("masterKey.provider", String.class).into(new TreeSet<>());
        foreign.removeAll(providers.all().keySet());
        return foreign;
    }

    private static BsonDocument not(String field, String value) {
        return new BsonDocument(field, new BsonDocument("$ne", new BsonString(value)));
    }

    @Override
    public void close() {
        encryption.close();
    }

    private void index() {
        if (!indexed) {
            keys.createIndex(
                    Indexes.ascending(NAMES), new IndexOptions().unique(true).sparse(true));
            indexed = true;
        }
    }
}

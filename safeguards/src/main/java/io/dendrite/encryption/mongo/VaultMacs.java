package io.dendrite.encryption.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.dendrite.encryption.Macs;
import io.dendrite.encryption.Purpose;
import io.dendrite.encryption.SharedSeal;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA-256 with a random key for each purpose. The key is made at its first use by whichever process comes first, and
 * stored sealed beside the vault, so that a rotation of the master key need not touch it.
 */
final class VaultMacs implements Macs {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final MongoCollection<Document> stored;
    private final SharedSeal seal;
    private final Map<Purpose, SecretKey> keys = new ConcurrentHashMap<>();

    VaultMacs(MongoCollection<Document> stored, SharedSeal seal) {
        this.stored = stored;
        this.seal = seal;
    }

    @Override
    public byte[] mac(Purpose purpose, byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.computeIfAbsent(purpose, this::load));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private SecretKey load(Purpose purpose) {
        Document known = find(purpose);
        if (known == null) {
            byte[] random = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(random);
            try {
                stored.insertOne(new Document("_id", purpose.keyName()).append("key", seal.seal(purpose, random)));
            } catch (MongoWriteException e) {
                // Another process was first: its key counts.
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
            known = find(purpose);
        }
        if (known == null) {
            throw new IllegalStateException("the key of " + purpose + " vanished");
        }
        return new SecretKeySpec(seal.open(known.get("key", Binary.class).getData()), ALGORITHM);
    }

    private @Nullable Document find(Purpose purpose) {
        return stored.find(Filters.eq("_id", purpose.keyName())).first();
    }
}

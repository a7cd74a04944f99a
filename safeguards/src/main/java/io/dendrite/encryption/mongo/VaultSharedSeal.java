package io.dendrite.encryption.mongo;

import com.mongodb.MongoException;
import io.dendrite.encryption.BrokenSealException;
import io.dendrite.encryption.Purpose;
import io.dendrite.encryption.SharedSeal;
import java.nio.charset.StandardCharsets;
import org.bson.BsonBinary;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Seals with the key of the purpose in the vault, which is made at its first use. */
final class VaultSharedSeal implements SharedSeal {

    private final KeyVault vault;

    VaultSharedSeal(KeyVault vault) {
        this.vault = vault;
    }

    @Override
    public byte[] seal(Purpose purpose, byte[] plain) {
        vault.createOnce(purpose.keyName());
        return vault.encrypt(purpose.keyName(), new BsonBinary(plain), false);
    }

    @Override
    public byte[] sealAlike(Purpose purpose, String plain) {
        vault.createOnce(purpose.keyName());
        return vault.encrypt(purpose.keyName(), new BsonString(plain), true);
    }

    @Override
    public byte[] open(byte[] sealed) {
        BsonValue opened;
        try {
            opened = vault.decrypt(sealed);
        } catch (MongoException e) {
            throw KeyVault.isRefusal(e) ? new BrokenSealException("a seal cannot be opened", e) : e;
        }
        return opened.isString()
                ? opened.asString().getValue().getBytes(StandardCharsets.UTF_8)
                : opened.asBinary().getData();
    }
}

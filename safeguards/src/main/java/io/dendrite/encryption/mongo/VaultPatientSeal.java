package io.dendrite.encryption.mongo;

import com.mongodb.MongoException;
import io.dendrite.encryption.BrokenSealException;
import io.dendrite.encryption.KeyDestroyedException;
import io.dendrite.encryption.PatientSeal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;

/** Seals with the patient's key in the vault. What is sealed names its patient, so that no seal passes for another's. */
final class VaultPatientSeal implements PatientSeal {

    private static final String OWNER = "sealedFor";
    private static final DocumentCodec CODEC = new DocumentCodec();

    private final KeyVault vault;

    VaultPatientSeal(KeyVault vault) {
        this.vault = vault;
    }

    @Override
    public void createKey(String patientId) {
        vault.create(key(patientId));
    }

    @Override
    public byte[] seal(String patientId, Map<String, ?> data) {
        Document document = new Document(OWNER, patientId);
        document.putAll(data);
        return orDestroyed(patientId, () -> vault.encrypt(key(patientId), document.toBsonDocument(), false));
    }

    @Override
    public Map<String, Object> open(String patientId, byte[] sealed) {
        BsonValue opened = orDestroyed(patientId, () -> vault.decrypt(sealed));
        if (!(opened instanceof BsonDocument document)
                || !document.isString(OWNER)
                || !document.getString(OWNER).getValue().equals(patientId)) {
            throw new BrokenSealException("a seal is not of patient " + patientId);
        }
        Map<String, Object> data = new LinkedHashMap<>(
                CODEC.decode(document.asBsonReader(), DecoderContext.builder().build()));
        data.remove(OWNER);
        return data;
    }

    @Override
    public void destroyKey(String patientId) {
        vault.destroy(key(patientId));
    }

    private <T> T orDestroyed(String patientId, Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            if (!KeyVault.isRefusal(e)) {
                throw e;
            }
            if (!vault.exists(key(patientId))) {
                throw new KeyDestroyedException(patientId);
            }
            throw new BrokenSealException("a seal of patient " + patientId + " cannot be opened", e);
        }
    }

    private static String key(String patientId) {
        return "patient-" + patientId;
    }
}

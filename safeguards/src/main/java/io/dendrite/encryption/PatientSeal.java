package io.dendrite.encryption;

import java.util.Map;

/**
 * Encrypts what identifies a patient under a data key of that patient alone. Once the key is destroyed nothing that was
 * sealed can be opened again, wherever a copy lies: in a database, a topic or a backup.
 */
public interface PatientSeal {

    /** Makes the patient's key, if there is none; to be done once, before the first seal. */
    void createKey(String patientId);

    /**
     * Encrypts data of a patient; each time to other bytes.
     *
     * @param data texts, booleans and numbers by name
     * @throws KeyDestroyedException when the patient has no key
     */
    byte[] seal(String patientId, Map<String, ?> data);

    /**
     * Decrypts what was sealed for that patient.
     *
     * @throws KeyDestroyedException when the patient's key is gone
     * @throws BrokenSealException when the bytes were changed, or sealed for somebody else
     */
    Map<String, Object> open(String patientId, byte[] sealed);

    /** Destroys the patient's key for good; without effect when it is gone already. */
    void destroyKey(String patientId);
}

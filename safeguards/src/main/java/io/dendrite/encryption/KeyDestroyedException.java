package io.dendrite.encryption;

/** The patient has no key: erased, or never known. What was sealed cannot be read by anybody any more. */
public final class KeyDestroyedException extends RuntimeException {

    /** Names the patient's id, which identifies nobody by itself. */
    public KeyDestroyedException(String patientId) {
        super("there is no key of patient " + patientId);
    }
}

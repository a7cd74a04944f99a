package io.dendrite.encryption;

/** Encrypts what belongs to no single patient, under one data key for each purpose. */
public interface SharedSeal {

    /** Encrypts; each time to other bytes. */
    byte[] seal(Purpose purpose, byte[] plain);

    /** Encrypts a text so that the same text gives the same bytes: they can be looked up, and show who is equal. */
    byte[] sealAlike(Purpose purpose, String plain);

    /**
     * Decrypts.
     *
     * @throws BrokenSealException when the bytes were changed
     */
    byte[] open(byte[] sealed);
}

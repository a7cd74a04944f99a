package io.dendrite.encryption;

/** Keyed hashes (HMAC-SHA-256): without the key nobody can tell which text has which hash. */
@FunctionalInterface
public interface Macs {

    /** The 32 bytes that belong to this data under the key of the purpose. */
    byte[] mac(Purpose purpose, byte[] data);
}

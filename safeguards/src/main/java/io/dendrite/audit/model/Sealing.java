package io.dendrite.audit.model;

/**
 * Seals a link with a secret (HMAC-SHA-256): whoever can write to the database but has no key cannot mend a chain
 * after changing it.
 */
@FunctionalInterface
public interface Sealing {

    /** The 32 bytes that belong to this content and to no other. */
    byte[] seal(byte[] content);
}

package io.dendrite.encryption.mongo;

import io.dendrite.start.UnsafeSettingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * A master key that this process holds itself: for one's own machine and for tests. It encrypts the data keys in the
 * vault; in production a key management service does that.
 */
final class MasterKey {

    private static final int LENGTH = 96;
    private static final int FEWEST_DIFFERENT = 48;
    private static final String HOW = "Make one with: (umask 077; head -c 96 /dev/urandom | base64 -w 0 > master.key)";
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a key from its Base64 text.
     *
     * @param setting what to name when it is not one
     * @throws UnsafeSettingException when it has another length, or is plainly not random
     */
    static MasterKey of(String text, String setting) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new UnsafeSettingException("The master key in " + setting + " is not Base64.", HOW);
        }
        if (bytes.length != LENGTH) {
            throw new UnsafeSettingException(
                    "The master key in " + setting + " has " + bytes.length + " bytes instead of " + LENGTH + ".", HOW);
        }
        // Of 96 random bytes about 80 differ; fewer than 48 do not happen by chance.
        if (new String(bytes, StandardCharsets.ISO_8859_1).chars().distinct().count() < FEWEST_DIFFERENT) {
            throw new UnsafeSettingException("The master key in " + setting + " is not random.", HOW);
        }
        return new MasterKey(bytes);
    }

    /**
     * Reads a key from a file that only its owner can read.
     *
     * @throws UnsafeSettingException when there is none, others may read it, or what it holds is no key
     */
    static MasterKey in(Path file, String setting) {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new UnsafeSettingException(
                        "The master key file of " + setting + " can be read by others than its owner.",
                        "chmod 600 the file. If others may have read it, rotate the master key.");
            }
            return of(Files.readString(file), setting);
        } catch (IOException e) {
            throw new UnsafeSettingException("The master key file of " + setting + " cannot be read.", HOW);
        }
    }

    /** The 96 random bytes. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** The name under which the vault knows what a data key is encrypted with; it tells nothing about the key. */
    String provider() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "local:" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "MasterKey[" + provider() + "]";
    }
}

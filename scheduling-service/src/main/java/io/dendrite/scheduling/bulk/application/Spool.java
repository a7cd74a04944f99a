package io.dendrite.scheduling.bulk.application;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file that has arrived and waits to be worked on. On disk it is encrypted with a key that only this object has, so that
 * nothing readable about a patient rests there, whatever becomes of the process; it goes when it is read.
 */
final class Spool implements AutoCloseable {

    private static final int BLOCK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final byte[] key = random();
    private final byte[] start = random();

    private Spool(Path file) {
        this.file = file;
    }

    /** Takes all of a stream in. */
    static Spool of(InputStream source) throws IOException {
        Spool spool = new Spool(Files.createTempFile("import-", ".spool"));
        try (OutputStream out = new CipherOutputStream(
                new BufferedOutputStream(Files.newOutputStream(spool.file)), spool.cipher(Cipher.ENCRYPT_MODE))) {
            source.transferTo(out);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
        return spool;
    }

    /** What was taken in; can be read once. */
    InputStream read() throws IOException {
        return new CipherInputStream(
                new BufferedInputStream(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)),
                cipher(Cipher.DECRYPT_MODE));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Without authentication: whoever can change the file can also read this process. */
    private Cipher cipher(int mode) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[BLOCK];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}

package io.dendrite.notification.page.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a patient shows to be let in: 256 bits that nobody guesses (OWASP ASVS 5.0, 11.5.1 asks for 128). Only its hash is
 * ever stored.
 *
 * @param text the bits in Base64 for addresses (RFC 4648, 5)
 */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** One that never was. */
    public static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What somebody typed or pasted, be it the secret alone or the whole address that ends with it. */
    public static Optional<Secret> of(String typed) {
        String end = typed.strip();
        end = end.substring(end.indexOf('#') + 1).strip();
        return FORM.matcher(end).matches() ? Optional.of(new Secret(end)) : Optional.empty();
    }

    /** The SHA-256 of it, in hexadecimal digits. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Secret";
    }
}

package io.dendrite.notification.ledger.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a notice, made of the event, the kind and the recipient: hearing an event again yields the same one,
 * so that the ledger's primary key alone refuses the second copy.
 *
 * @param value 32 hexadecimal digits
 */
public record NoticeId(String value) {

    private static final int BYTES = 16;

    /** The id of the one notice of this kind that the event causes for this patient. */
    public static NoticeId of(String eventId, NoticeKind kind, String patientId) {
        // Lengths in front keep ("ab","c") and ("a","bc") apart.
        return new NoticeId(hash(eventId.length() + ":" + eventId + "|" + kind + "|" + patientId));
    }

    /**
     * The id of the one reminder that a revision of an appointment gets so many hours before. Not of the event: two events
     * may tell the same revision.
     */
    public static NoticeId ofReminder(Visit visit, int hoursBefore) {
        return new NoticeId(hash(visit.appointmentId() + "|" + visit.sequence() + "|" + hoursBefore));
    }

    /** The id of what repeats a notice; the same key makes the same. */
    public NoticeId repeated(String key) {
        return new NoticeId(hash("resend|" + value + "|" + key));
    }

    /** The first 128 bits of a text's SHA-256, in hexadecimal digits. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.dendrite.audit.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Records, chains and a key for tests. */
public final class Records {

    /** HMAC-SHA-256 with a fixed key. */
    public static final Sealing SEALING = sealing("a key for tests");

    private static final Instant NOON = Instant.parse("2027-03-08T12:00:00Z");

    private Records() {}

    /** HMAC-SHA-256 with a key. */
    public static Sealing sealing(String key) {
        return content -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return mac.doFinal(content);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** A read of a patient by a front desk, some minutes after noon. */
    public static AuditRecord record(String id, String site, int minutes) {
        return new AuditRecord(
                id,
                NOON.plusSeconds(60L * minutes),
                "scheduling-service",
                site,
                new Who("desk-1", List.of("front-desk"), "127.0.0.1", null),
                new What("patient.read", List.of("patient-" + id), "patient/" + id, 3L, List.of()),
                Outcome.SUCCESS,
                null,
                null,
                "4bf92f3577b34da6a3ce929d0e0e4736");
    }

    /** A chain of some records of riverside. */
    public static List<Link> chain(int length) {
        List<Link> chain = new ArrayList<>();
        Head head = Head.NONE;
        for (int number = 1; number <= length; number++) {
            Link link = Link.after(head, record("r" + number, "riverside", number), SEALING);
            chain.add(link);
            head = new Head(link.sequence(), link.seal());
        }
        return chain;
    }
}

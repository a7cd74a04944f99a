package io.dendrite.audit.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did or tried to do.
 *
 * @param id unique; a record that is delivered twice is kept once
 * @param time when, in whole milliseconds
 * @param service which service tells it
 * @param site whose chain it stands in; {@value #NO_SITE} when no single site is concerned
 * @param who who did it
 * @param what what it was
 * @param outcome what became of it
 * @param reason for a refusal, the slug of the problem; null otherwise
 * @param statement words that the actor gave for doing it, sealed; null without
 * @param traceId the W3C trace of the request
 */
public record AuditRecord(
        String id,
        Instant time,
        String service,
        String site,
        Who who,
        What what,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String statement,
        String traceId) {

    /** The chain of what belongs to no single site. */
    public static final String NO_SITE = "-";

    public AuditRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(time, "time");
    }

    /** All of it in one unambiguous form: each text with its length before it, so that no two records read alike. */
    public byte[] canonical() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            for (String text : List.of(id, Long.toString(time.toEpochMilli()), service, site, who.actor())) {
                out.writeUTF(text);
            }
            texts(out, who.roles());
            out.writeUTF(who.address());
            optional(out, who.breakGlass());
            out.writeUTF(what.action());
            texts(out, what.patients());
            optional(out, what.resource());
            optional(out, what.version() == null ? null : Long.toString(what.version()));
            texts(out, what.changed());
            out.writeUTF(outcome.name());
            optional(out, reason);
            optional(out, statement);
            out.writeUTF(traceId);
        } catch (IOException e) {
            throw new UncheckedIOException("a text of the record is too long", e);
        }
        return bytes.toByteArray();
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static void optional(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }
}

package io.dendrite.audit.model;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A record at its place in the chain of its site.
 *
 * @param sequence its place, counted from 1 without gaps
 * @param record the record
 * @param previous the seal of the link before it; {@link #FIRST} before the first
 * @param seal what binds record, place and the link before together
 */
public record Link(long sequence, AuditRecord record, String previous, String seal) {

    /** What the first link has in the place of a seal before it. */
    public static final String FIRST = "0".repeat(64);

    /** The record as the link after another. */
    public static Link after(Head before, AuditRecord record, Sealing sealing) {
        long sequence = before.sequence() + 1;
        return new Link(sequence, record, before.seal(), sealOf(sequence, record, before.seal(), sealing));
    }

    /** Whether nothing of it was changed since it was sealed. */
    public boolean isWhole(Sealing sealing) {
        return seal.equals(sealOf(sequence, record, previous, sealing));
    }

    private static String sealOf(long sequence, AuditRecord record, String previous, Sealing sealing) {
        byte[] before = HexFormat.of().parseHex(previous);
        byte[] told = record.canonical();
        return HexFormat.of()
                .formatHex(sealing.seal(ByteBuffer.allocate(Long.BYTES + before.length + told.length)
                        .putLong(sequence)
                        .put(before)
                        .put(told)
                        .array()));
    }
}

package io.dendrite.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lets a text be found by its beginning without being stored: a token for each of its beginnings, which only who has the
 * key can make. It shows which texts begin alike, and nothing else.
 */
public final class BlindIndex {

    /** Beginnings longer than this are cut: enough to tell names apart, few enough to be stored. */
    public static final int LONGEST = 40;

    private final Macs macs;

    /** Makes tokens with these keys. */
    public BlindIndex(Macs macs) {
        this.macs = macs;
    }

    /** The tokens by which these texts are found, none twice. */
    public List<Long> tokensOf(Collection<String> texts) {
        return texts.stream()
                .flatMap(BlindIndex::beginnings)
                .distinct()
                .map(this::token)
                .distinct()
                .toList();
    }

    /** The token of a beginning, which is not empty. */
    public long token(String beginning) {
        String cut = beginning.substring(0, Math.min(beginning.length(), LONGEST));
        return ByteBuffer.wrap(macs.mac(Purpose.NAMES, cut.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static Stream<String> beginnings(String text) {
        return IntStream.rangeClosed(1, Math.min(text.length(), LONGEST)).mapToObj(end -> text.substring(0, end));
    }
}

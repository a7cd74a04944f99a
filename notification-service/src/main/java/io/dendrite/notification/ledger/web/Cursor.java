package io.dendrite.notification.ledger.web;

import io.dendrite.notification.ledger.application.NoticeQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A position in the list as text that callers hand back and need not understand. */
final class Cursor {

    private static final Pattern POSITION = Pattern.compile("(\\d{1,15})\\.([0-9a-f]{32})");

    private Cursor() {}

    /** The text of a position. */
    static String of(NoticeQuery.Position position) {
        String plain = position.createdAt().toEpochMilli() + "." + position.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The position that a text stands for.
     *
     * @throws UnusableParameterException when it is not one of ours
     */
    static NoticeQuery.Position parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            Matcher matcher = POSITION.matcher(plain);
            if (matcher.matches()) {
                return new NoticeQuery.Position(
                        Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2));
            }
        } catch (IllegalArgumentException e) {
            // Not Base64: not ours either.
        }
        throw new UnusableParameterException("cursor", "must be the nextCursor of an earlier answer");
    }
}

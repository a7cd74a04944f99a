package io.dendrite.scheduling.idempotency.web;

import io.dendrite.scheduling.idempotency.Idempotency;
import io.dendrite.scheduling.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header: a quoted string as the draft says (RFC 8941, section 3.3.3), or the same without quotes. */
final class IdempotencyKey {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+");
    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /**
     * The key itself, so that both spellings mean the same.
     *
     * @throws ProblemException 400 when it is neither, empty or too long
     */
    static String parse(String header) {
        String text = header.strip();
        Matcher quoted = QUOTED.matcher(text);
        String key = "";
        if (quoted.matches()) {
            key = quoted.group(1).replaceAll("\\\\([\"\\\\])", "$1");
        } else if (BARE.matcher(text).matches()) {
            key = text;
        }
        if (key.isEmpty() || key.length() > LONGEST) {
            throw ProblemException.invalid(
                    Idempotency.KEY_HEADER, "must be 1 to 255 visible ASCII characters, in quotes or without spaces");
        }
        return key;
    }
}

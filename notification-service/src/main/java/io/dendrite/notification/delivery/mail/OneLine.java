package io.dendrite.notification.delivery.mail;

import java.util.regex.Pattern;

/**
 * Names made fit for a header: a line break in a name would end the header and begin another of the name's choosing
 * (RFC 5322, 2.2).
 */
final class OneLine {

    /** Control characters, invisible format characters, and Unicode's own line and paragraph separators. */
    private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private OneLine() {}

    /** The text with each run of what is not printed turned into one space. */
    static String of(String text) {
        return NOT_PRINTED.matcher(text).replaceAll(" ").strip();
    }
}

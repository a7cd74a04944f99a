package io.dendrite.notification.mailbox.model;

import java.util.Locale;

/** What a report on a delivery means for the notice and for the address. */
public enum Verdict {
    /** The address takes no mail, and will take none. */
    PERMANENT,
    /** The address may take mail later. */
    TEMPORARY,
    /** Nothing is to be done: the mail is late or has arrived. */
    NOTHING,
    /** It cannot be told what is meant. */
    UNCLEAR;

    private static final String FAILED = "failed";

    /** Mailbox full: the address is right, and its owner may make room (RFC 3463, 3.3). */
    private static final String FULL = "5.2.2";

    /**
     * Judges one recipient's part of a report.
     *
     * @param action what the mail server did (RFC 3464, 2.3.3)
     * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}
     */
    public static Verdict of(String action, String status) {
        if (!action.strip().toLowerCase(Locale.ROOT).equals(FAILED)) {
            return action.isBlank() ? UNCLEAR : NOTHING;
        }
        // Some servers add a comment in parentheses.
        String code = status.strip().split("[ (]", -1)[0];
        if (code.equals(FULL) || code.startsWith("4.")) {
            return TEMPORARY;
        }
        return code.startsWith("5.") ? PERMANENT : UNCLEAR;
    }
}

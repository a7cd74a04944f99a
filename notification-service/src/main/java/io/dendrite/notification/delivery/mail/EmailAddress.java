package io.dendrite.notification.delivery.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Checks of bare addresses such as {@code local@domain}, without a display name. */
final class EmailAddress {

    private EmailAddress() {}

    /** Whether the text is one bare address that can stand in a header as it is. */
    static boolean isValid(String text) {
        // The parser would take "Name <a@b>" too, and folded white space.
        if (text.indexOf('@') < 1 || !text.chars().allMatch(c -> c > ' ' && c != 127)) {
            return false;
        }
        try {
            InternetAddress parsed = new InternetAddress(text, true);
            return text.equals(parsed.getAddress()) && !parsed.isGroup();
        } catch (AddressException e) {
            return false;
        }
    }
}

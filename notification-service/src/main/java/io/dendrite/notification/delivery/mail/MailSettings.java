package io.dendrite.notification.delivery.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom the mails come from.
 *
 * @param from the sender's address; its domain ends message ids and calendar UIDs, so changing it makes known
 *     appointments strangers to patients' calendars
 * @param replyTo where answers go, when not to the sender
 */
@ConfigurationProperties("dendrite.mail")
record MailSettings(String from, @Nullable String replyTo) {

    MailSettings {
        if (!EmailAddress.isValid(from)) {
            throw new IllegalArgumentException("dendrite.mail.from must be a bare e-mail address");
        }
        replyTo = replyTo == null || replyTo.isBlank() ? null : replyTo;
        if (replyTo != null && !EmailAddress.isValid(replyTo)) {
            throw new IllegalArgumentException("dendrite.mail.reply-to must be a bare e-mail address");
        }
    }

    /** The part behind the at sign. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}

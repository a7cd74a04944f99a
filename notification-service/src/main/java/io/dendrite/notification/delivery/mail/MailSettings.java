package io.dendrite.notification.delivery.mail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;

/**
 * Whom the mails come from.
 *
 * @param from the sender's address; its domain ends message ids and calendar UIDs, so changing it makes known
 *     appointments strangers to patients' calendars
 * @param replyTo where answers go, when not to the sender
 * @param bounceTo where mail servers report to, with the notice's id added; when not to the sender
 */
@ConfigurationProperties("dendrite.mail")
record MailSettings(
        String from, @Nullable String replyTo, @Nullable String bounceTo) {

    @ConstructorBinding
    MailSettings {
        if (!EmailAddress.isValid(from)) {
            throw new IllegalArgumentException("dendrite.mail.from must be a bare e-mail address");
        }
        replyTo = replyTo == null || replyTo.isBlank() ? null : replyTo;
        if (replyTo != null && !EmailAddress.isValid(replyTo)) {
            throw new IllegalArgumentException("dendrite.mail.reply-to must be a bare e-mail address");
        }
        bounceTo = bounceTo == null || bounceTo.isBlank() ? null : bounceTo;
        if (bounceTo != null && !EmailAddress.isValid(bounceTo)) {
            throw new IllegalArgumentException("dendrite.mail.bounce-to must be a bare e-mail address");
        }
    }

    /** No address of its own for reports. */
    MailSettings(String from, @Nullable String replyTo) {
        this(from, replyTo, null);
    }

    /**
     * The envelope's sender, where reports go (RFC 5321, 4.4): an address of its own for each notice, so that a report is
     * known by the address that it comes to, whatever else it says. Empty to leave it to the sender's address.
     */
    Optional<String> envelopeFrom(String noticeId) {
        if (bounceTo == null) {
            return Optional.empty();
        }
        int at = bounceTo.lastIndexOf('@');
        return Optional.of(bounceTo.substring(0, at) + "+" + noticeId + bounceTo.substring(at));
    }

    /** The part behind the at sign. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}

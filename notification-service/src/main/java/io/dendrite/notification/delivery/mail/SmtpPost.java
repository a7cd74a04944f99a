package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.delivery.application.Letter;
import io.dendrite.notification.delivery.application.Post;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends letters as e-mail by SMTP. */
final class SmtpPost implements Post {

    private final JavaMailSender sender;
    private final MailComposer composer;

    SmtpPost(JavaMailSender sender, MailComposer composer) {
        this.sender = sender;
        this.composer = composer;
    }

    @Override
    public Outcome send(Letter letter) {
        if (!EmailAddress.isValid(letter.email())) {
            return new Refused("the patient's e-mail address is not valid");
        }
        try {
            MimeMessage message = composer.compose(letter);
            Accepted accepted = new Accepted(message.getMessageID());
            return handOver(message, accepted);
        } catch (MessagingException e) {
            return new Refused(
                    "no message can be made of the notice: " + e.getClass().getSimpleName());
        }
    }

    private Outcome handOver(MimeMessage message, Accepted accepted) {
        try {
            sender.send(message);
            return accepted;
        } catch (MailException e) {
            if (e instanceof MailSendException failure
                    && failure.getFailedMessages().isEmpty()) {
                // No message failed: only saying goodbye did, after the server had accepted.
                return accepted;
            }
            return SmtpFailure.of(e);
        }
    }
}

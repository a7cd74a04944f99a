package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.delivery.application.Post;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands messages to the mail server. */
final class MailHandOver {

    private final JavaMailSender sender;

    MailHandOver(JavaMailSender sender) {
        this.sender = sender;
    }

    /** Hands a message over and says what came of it. */
    Post.Outcome handOver(MimeMessage message) throws MessagingException {
        Post.Accepted accepted = new Post.Accepted(message.getMessageID());
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

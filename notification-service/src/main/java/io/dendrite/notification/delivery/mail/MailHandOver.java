package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.delivery.application.Post;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Hands messages to the mail server. */
final class MailHandOver {

    private final SmtpConnections connections;

    MailHandOver(SmtpConnections connections) {
        this.connections = connections;
    }

    /**
     * Hands a message over and says what came of it.
     *
     * @throws MessagingException when the message has no id
     */
    Post.Outcome handOver(MimeMessage message) throws MessagingException {
        Post.Accepted accepted = new Post.Accepted(message.getMessageID());
        try {
            connections.send(message);
            return accepted;
        } catch (MessagingException e) {
            return SmtpFailure.of(e);
        }
    }
}

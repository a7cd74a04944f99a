package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.delivery.application.RelaySettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Connections to the mail server that are used for more than one message. One is reused only if the server still answers on
 * it; one on which anything went wrong is given up, and what was to be sent is not sent again of its own accord: whether the
 * server has it is not known then.
 */
final class SmtpConnections implements DisposableBean {

    private final JavaMailSenderImpl server;
    private final RelaySettings settings;
    private final Clock clock;
    private final Deque<Connection> idle = new ArrayDeque<>();

    SmtpConnections(JavaMailSenderImpl server, RelaySettings settings, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    private record Connection(Transport transport, int messages, Instant lastUsed) {}

    /** The server could not be had at all. */
    static final class NoConnectionException extends MessagingException {

        NoConnectionException(MessagingException cause) {
            super("no connection", cause);
        }
    }

    /**
     * Sends a message on a connection.
     *
     * @throws NoConnectionException when there is none to be had
     * @throws MessagingException when the message was not taken
     */
    void send(MimeMessage message) throws MessagingException {
        Connection connection = usable();
        boolean accepted = false;
        try {
            connection.transport().sendMessage(message, message.getAllRecipients());
            accepted = true;
        } finally {
            if (accepted && connection.messages() + 1 < settings.messagesPerConnection()) {
                keep(new Connection(connection.transport(), connection.messages() + 1, clock.instant()));
            } else {
                close(connection.transport());
            }
        }
    }

    private Connection usable() throws MessagingException {
        for (Connection known = take(); known != null; known = take()) {
            boolean fresh = clock.instant().isBefore(known.lastUsed().plus(settings.idle()));
            // Asks the server (RFC 5321, 4.1.1.9).
            if (fresh && known.transport().isConnected()) {
                return known;
            }
            close(known.transport());
        }
        String protocol = server.getProtocol();
        try {
            Transport transport =
                    server.getSession().getTransport(protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol);
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            return new Connection(transport, 0, clock.instant());
        } catch (MessagingException e) {
            throw new NoConnectionException(e);
        }
    }

    private synchronized @Nullable Connection take() {
        return idle.pollFirst();
    }

    private synchronized void keep(Connection connection) {
        idle.addFirst(connection);
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // It is given up anyway.
            return;
        }
    }

    @Override
    public void destroy() {
        for (Connection known = take(); known != null; known = take()) {
            close(known.transport());
        }
    }
}

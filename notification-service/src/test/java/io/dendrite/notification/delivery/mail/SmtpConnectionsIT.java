package io.dendrite.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dendrite.notification.CuttableLine;
import io.dendrite.notification.delivery.application.MovableClock;
import io.dendrite.notification.delivery.application.RelaySettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpConnectionsIT {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T12:00:00Z"));

    private final GreenMail relay = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort(),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS).dynamicPort()
    });
    private CuttableLine line;

    @BeforeEach
    void start() {
        relay.start();
        line = new CuttableLine(relay.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        line.close();
        relay.stop();
    }

    @Test
    void carriesManyMessagesOnOneConnection() throws Exception {
        SmtpConnections connections = connections(plain(), 100);
        for (int i = 0; i < 5; i++) {
            connections.send(message());
        }
        connections.destroy();

        assertThat(line.connections()).isOne();
        assertThat(relay.getReceivedMessages()).hasSize(5);
    }

    @Test
    void givesAConnectionUpAfterSoManyMessagesAndAfterSoLongWithout() throws Exception {
        SmtpConnections connections = connections(plain(), 2);
        for (int i = 0; i < 4; i++) {
            connections.send(message());
        }
        assertThat(line.connections()).isEqualTo(2);

        connections.send(message());
        clock.pass(Duration.ofSeconds(21));
        connections.send(message());

        assertThat(line.connections()).isEqualTo(4);
        connections.destroy();
    }

    @Test
    void opensAnotherWhenTheServerHasHungUpMeanwhile() throws Exception {
        SmtpConnections connections = connections(plain(), 100);
        connections.send(message());
        line.hangUp();

        connections.send(message());

        assertThat(line.connections()).isEqualTo(2);
        assertThat(relay.getReceivedMessages()).hasSize(2);
        connections.destroy();
    }

    @Test
    void speaksTlsFromTheFirstByteAndNamesItself() throws Exception {
        relay.setUser("clinic@relay.example", "clinic", "secret");
        JavaMailSenderImpl server = server("smtps", relay.getSmtps().getPort());
        server.getJavaMailProperties().setProperty("mail.smtps.auth", "true");
        server.setUsername("clinic");
        server.setPassword("secret");
        SmtpConnections connections = connections(server, 100);

        connections.send(message());

        assertThat(relay.getReceivedMessages()).hasSize(1);
        connections.destroy();

        server.setPassword("wrong");
        assertThatThrownBy(() -> connections(server, 100).send(message()))
                .isInstanceOfSatisfying(
                        MessagingException.class,
                        refused -> assertThat(SmtpFailure.of(refused).toString())
                                .contains("does not accept our credentials"));
    }

    @Test
    void sendsNothingInClearTextWhereTlsIsRequired() throws Exception {
        JavaMailSenderImpl sender = plain();
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");

        assertThatThrownBy(() -> connections(sender, 100).send(message()))
                .isInstanceOf(SmtpConnections.NoConnectionException.class);

        assertThat(relay.getReceivedMessages()).isEmpty();
    }

    private SmtpConnections connections(JavaMailSenderImpl server, int messages) {
        return new SmtpConnections(server, new RelaySettings(20, messages, Duration.ofSeconds(20)), clock);
    }

    private JavaMailSenderImpl plain() {
        return server("smtp", line.port());
    }

    private static JavaMailSenderImpl server(String protocol, int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setProtocol(protocol);
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().setProperty("mail.smtps.ssl.trust", "127.0.0.1");
        server.getJavaMailProperties().setProperty("mail.smtps.ssl.checkserveridentity", "false");
        return server;
    }

    private static MimeMessage message() throws MessagingException {
        MimeMessage message = new MimeMessage((jakarta.mail.Session) null);
        message.setFrom("appointments@clinic.example");
        message.setRecipients(jakarta.mail.Message.RecipientType.TO, "maria@example.org");
        message.setText("hello");
        message.saveChanges();
        return message;
    }
}

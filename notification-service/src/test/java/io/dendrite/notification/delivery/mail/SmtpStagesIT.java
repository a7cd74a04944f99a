package io.dendrite.notification.delivery.mail;

import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.ScriptedSmtp;
import io.dendrite.notification.ScriptedSmtp.Stage;
import io.dendrite.notification.calendarfile.ical4j.CalendarFiles;
import io.dendrite.notification.delivery.application.Post;
import io.dendrite.notification.delivery.application.RelaySettings;
import io.dendrite.notification.delivery.model.Recipient;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What every reply at every stage of the conversation comes to, and a line that goes dead there (0). */
class SmtpStagesIT {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GREETING, 421, Unreachable",
        "GREETING, 554, Unreachable",
        "GREETING, 0, Unreachable",
        "EHLO, 421, Unreachable",
        "EHLO, 550, Unreachable",
        "EHLO, 0, Unreachable",
        "MAIL, 421, Unreachable",
        "MAIL, 451, Deferred",
        "MAIL, 550, Deferred",
        "MAIL, 0, Unreachable",
        "RCPT, 421, Unreachable",
        "RCPT, 450, Deferred",
        "RCPT, 550, Refused",
        "RCPT, 0, Unreachable",
        "DATA, 421, Unreachable",
        "DATA, 451, Deferred",
        "DATA, 554, Refused",
        "DATA, 0, Unreachable",
        "CONTENT, 421, Unreachable",
        "CONTENT, 452, Deferred",
        "CONTENT, 552, Refused",
        "CONTENT, 0, Unreachable",
        "CONTENT, 250, Accepted"
    })
    void everyReplyAtEveryStageHasItsMeaning(Stage stage, int reply, String expected) throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(stage, reply)) {
            SmtpConnections connections = connections(server.port());

            Post.Outcome outcome = channel(connections)
                    .send(SampleLetters.of(
                            confirmation("e1", 1), new Recipient("Maria", "maria@example.org", "en", true)));

            assertThat(outcome.getClass().getSimpleName())
                    .as(outcome.toString())
                    .isEqualTo(expected);
            assertThat(outcome.toString()).doesNotContain("maria@example.org");
            // Nothing is sent a second time by itself: whether the server has it is for the ledger to decide.
            assertThat(server.contents()).isEqualTo(stage == Stage.CONTENT ? 1 : 0);
            connections.destroy();
        }
    }

    private static EmailChannel channel(SmtpConnections connections) {
        return new EmailChannel(
                new MailHandOver(connections),
                MailConfiguration.composer(
                        MailConfiguration.texts(),
                        CalendarFiles.writer(),
                        new MailSettings("appointments@clinic.example", null),
                        Clock.systemUTC()));
    }

    private static SmtpConnections connections(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().setProperty("mail.smtp.quitwait", "false");
        server.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        return new SmtpConnections(server, new RelaySettings(20, 100, Duration.ofSeconds(20)), Clock.systemUTC());
    }
}

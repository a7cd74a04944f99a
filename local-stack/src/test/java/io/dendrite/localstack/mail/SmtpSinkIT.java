package io.dendrite.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.localstack.FreePort;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpSinkIT {

    private static final String PATIENT = "robin@patients.example";

    @TempDir
    Path directory;

    private MailFolder folder;
    private SmtpSink sink;

    @BeforeEach
    void start() {
        folder = new MailFolder(directory.resolve("mail"));
        sink = new SmtpSink(folder, FreePort.any());
        sink.start();
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void keepsEachMailAsAFileThatPeopleAndProgramsCanRead() throws Exception {
        send("Grüße\n.a line that begins with a dot", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n");

        ReceivedMail mail = folder.mailsTo(PATIENT).get(0);
        assertThat(mail.file().getFileName().toString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d\\.\\d{3}Z-[0-9a-f]{8}\\.eml");
        assertThat(mail.header("Return-Path")).contains("<appointments@clinic.example>");
        assertThat(mail.recipients()).containsExactly(PATIENT);
        assertThat(mail.subject()).isEqualTo("Ihr Termin um 9 – bestätigt");
        assertThat(mail.text()).contains("Grüße", ".a line that begins with a dot");
        assertThat(mail.calendars())
                .singleElement()
                .extracting(CalendarPart::method)
                .isEqualTo("REQUEST");
        assertThat(mail.announcedMethod()).contains("REQUEST");
        assertThat(mail.raw()).contains("Subject:");
    }

    @Test
    void keepsMailsOfTheSameMomentApart() throws Exception {
        for (int number = 0; number < 5; number++) {
            send("number " + number, "");
        }

        assertThat(folder.mails()).extracting(ReceivedMail::text).hasSize(5).doesNotHaveDuplicates();
        assertThat(filesLike(".part")).isEmpty();
    }

    @Test
    void refusesForNowOrForGoodWhenItIsTold() throws Exception {
        sink.refuseWith(451, "try later");
        assertThatThrownBy(() -> send("refused", ""))
                .isInstanceOfSatisfying(
                        SMTPSendFailedException.class,
                        e -> assertThat(e.getReturnCode()).isEqualTo(451));

        sink.refuseWith(550, "no such user");
        assertThatThrownBy(() -> send("refused", ""))
                .isInstanceOfSatisfying(
                        SMTPSendFailedException.class,
                        e -> assertThat(e.getReturnCode()).isEqualTo(550));

        assertThat(sink.refusals()).isEqualTo(2);
        assertThat(folder.mails()).isEmpty();
        sink.accept();
        send("accepted", "");
        assertThat(folder.mails()).hasSize(1);
    }

    @Test
    void canBeStoppedAndStartedAgain() throws Exception {
        send("before", "");

        sink.stop();
        assertThatThrownBy(() -> send("while it is away", "")).isInstanceOf(MessagingException.class);
        sink.start();
        send("after", "");

        assertThat(folder.mailsTo(PATIENT)).extracting(ReceivedMail::text).containsExactly("before", "after");
    }

    @Test
    void asksToTryAgainWhenTheMailCannotBeStored() throws Exception {
        Files.writeString(directory.resolve("mail"), "a file where the folder should be");

        assertThatThrownBy(() -> send("lost", ""))
                .isInstanceOfSatisfying(
                        SMTPSendFailedException.class,
                        e -> assertThat(e.getReturnCode()).isEqualTo(452));
    }

    private List<Path> filesLike(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder.directory())) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private void send(String text, String calendar) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(sink.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("appointments@clinic.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(PATIENT));
        message.setSubject("Ihr Termin um 9 – bestätigt", "UTF-8");
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(text, "text/plain; charset=UTF-8"));
        if (!calendar.isEmpty()) {
            parts.addBodyPart(part(calendar, "text/calendar; charset=UTF-8; method=REQUEST"));
        }
        message.setContent(parts);
        Transport.send(message);
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(text, type);
        return part;
    }
}

package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.localstack.mail.CalendarPart;
import io.dendrite.localstack.mail.MailFolder;
import io.dendrite.localstack.mail.ReceivedMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The mails that reached the SMTP server. */
record Mails(MailFolder folder) {

    /** Longer than the lease that a killed sender leaves behind. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Waits until an address has got so many mails, and shows that it has not got more. */
    List<ReceivedMail> to(String address, int expected) {
        await().atMost(PATIENCE).until(() -> folder.mailsTo(address).size() >= expected);
        assertThat(folder.mailsTo(address)).hasSize(expected);
        return folder.mailsTo(address);
    }

    /** Every calendar part of a mail, attachments included. */
    static List<CalendarPart> calendars(ReceivedMail mail) {
        try (InputStream in = Files.newInputStream(mail.file())) {
            List<CalendarPart> found = new ArrayList<>();
            collect(new MimeMessage(Session.getInstance(new Properties()), in), found);
            assertThat(found).isNotEmpty();
            return found;
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static void collect(Part part, List<CalendarPart> found) throws IOException, MessagingException {
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int number = 0; number < parts.getCount(); number++) {
                collect(parts.getBodyPart(number), found);
            }
        } else if (part.isMimeType("text/calendar") || part.isMimeType("application/ics")) {
            found.add(CalendarPart.parse(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
        }
    }
}

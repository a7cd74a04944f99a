package io.dendrite.notification.delivery.mail;

import static io.dendrite.notification.ledger.model.SampleNotices.RIVERSIDE;
import static io.dendrite.notification.ledger.model.SampleNotices.cancellation;
import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static io.dendrite.notification.ledger.model.SampleNotices.reschedule;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.calendarfile.ical4j.CalendarFiles;
import io.dendrite.notification.delivery.application.Letter;
import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.SampleNotices;
import jakarta.mail.Header;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailComposerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T18:31:00Z"), ZoneOffset.UTC);
    private static final MailSettings SETTINGS = new MailSettings("appointments@clinic.example", "desk@clinic.example");

    private final MailComposer composer =
            MailConfiguration.composer(MailConfiguration.texts(), CalendarFiles.writer(), SETTINGS, CLOCK);

    @Test
    void putsTheTextsAndTheInvitationBesideEachOtherAndAttachesTheInvitationAgain() throws Exception {
        MailParts mail = compose(confirmation("e1", 1));

        assertThat(mail.structure())
                .containsExactly(
                        "multipart/mixed",
                        "  multipart/alternative",
                        "    text/plain",
                        "    text/html",
                        "    text/calendar",
                        "  application/ics");
        Part invitation = mail.parts("text/calendar").get(0);
        Part attachment = mail.parts("application/ics").get(0);
        assertThat(invitation.getContentType())
                .isEqualTo("text/calendar; charset=UTF-8; method=REQUEST; component=VEVENT");
        assertThat(attachment.getFileName()).isEqualTo("invite.ics");
        assertThat(attachment.getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(MailParts.bytes(attachment)).isEqualTo(MailParts.bytes(invitation));
        assertThat(mail.text("text/calendar"))
                .contains("METHOD:REQUEST\r\n")
                .contains("SUMMARY:Appointment at Riverside");
    }

    @Test
    void namesTheMethodOfACancellationInThePartAsInTheFile() throws Exception {
        MailParts mail = compose(cancellation("e3", 2));

        assertThat(mail.parts("text/calendar").get(0).getContentType()).contains("method=CANCEL");
        assertThat(mail.text("text/calendar")).contains("METHOD:CANCEL\r\n").contains("SEQUENCE:2\r\n");
    }

    @Test
    void attachesOneFilePerAppointmentOfACourse() throws Exception {
        MailParts mail = compose(confirmation("e1", 3));

        assertThat(mail.structure())
                .containsExactly(
                        "multipart/mixed",
                        "  multipart/alternative",
                        "    text/plain",
                        "    text/html",
                        "  application/ics",
                        "  application/ics",
                        "  application/ics");
        List<Part> files = mail.parts("application/ics");
        for (int i = 0; i < 3; i++) {
            assertThat(files.get(i).getFileName()).isEqualTo("invite-" + (i + 1) + ".ics");
            assertThat(new String(MailParts.bytes(files.get(i)), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("UID:visit-" + i + "@clinic.example\r\n")
                    .containsOnlyOnce("BEGIN:VEVENT");
        }
    }

    @Test
    void carriesTheHeadersOfAnAutomaticMessage() throws Exception {
        MimeMessage message = composer.compose(letter(confirmation("e1", 1), "María"));

        assertThat(message.getFrom()[0]).hasToString("Riverside Clinic <appointments@clinic.example>");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("maria@example.org");
        assertThat(message.getReplyTo()[0]).hasToString("desk@clinic.example");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getSentDate()).isEqualTo("2026-11-20T18:31:00Z");
    }

    @Test
    void keepsItsMessageIdHoweverOftenItIsMadeAndSaved() throws Exception {
        MimeMessage first = composer.compose(letter(confirmation("e1", 1), "María"));
        MimeMessage second = composer.compose(letter(confirmation("e1", 1), "María"));
        second.saveChanges();

        assertThat(second.getMessageID())
                .isEqualTo(first.getMessageID())
                .isEqualTo(MessageIds.of(
                        letter(confirmation("e1", 1), "María").id(), confirmation("e1", 1), "clinic.example"));
    }

    @Test
    void yieldsTheSameCalendarFileEachTime() throws Exception {
        assertThat(compose(reschedule("e2", 1)).text("text/calendar"))
                .isEqualTo(compose(reschedule("e2", 1)).text("text/calendar"));
    }

    @Test
    void cannotBeTalkedIntoFurtherHeadersByNames() throws Exception {
        String evil = "Eve\r\nBcc: eve@example.org\r\n\r\nX-Body";
        Clinic clinic = new Clinic("c", evil, RIVERSIDE.timeZone(), evil, evil);
        MimeMessage message = composer.compose(letter(SampleNotices.at(clinic, confirmation("e1", 1)), evil));

        MailParts mail = MailParts.of(message);

        List<String> names = Collections.list(mail.message().getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "Reply-To",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Auto-Submitted");
        assertThat(mail.message().getAllRecipients()).hasSize(1);
        assertThat(mail.text("text/calendar").lines()).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(mail.text("text/plain").lines()).noneMatch(line -> line.startsWith("Bcc"));
    }

    private MailParts compose(NoticeContent content) throws Exception {
        return MailParts.of(composer.compose(letter(content, "María José")));
    }

    private static Letter letter(NoticeContent content, String givenName) {
        return SampleLetters.of(content, new Recipient(givenName, "maria@example.org", "en", true));
    }
}

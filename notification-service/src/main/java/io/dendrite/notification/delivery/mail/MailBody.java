package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.delivery.application.NoticeTexts.NoticeText;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The parts of a mail, in the arrangement that calendar programs expect (RFC 6047, 2.4 and 2.5): the texts and the
 * invitation as alternatives of each other, and the invitation once more as an attachment for programs that only look
 * there.
 */
final class MailBody {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MailBody() {}

    /**
     * The whole body. A part of type text/calendar holds one iCalendar object and stands for the whole message, so it is
     * there only when the mail is about one appointment; with several, each has its own attachment.
     */
    static MimeMultipart of(NoticeText text, List<CalendarPart> calendars) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(text(text.plain(), "plain"));
        alternatives.addBodyPart(text(text.html(), "html"));
        if (calendars.size() == 1) {
            CalendarPart only = calendars.get(0);
            alternatives.addBodyPart(calendar(
                    only.text(), "text/calendar; charset=UTF-8; method=" + only.method() + "; component=VEVENT"));
        }
        if (calendars.isEmpty()) {
            return alternatives;
        }
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(alternatives);
        MimeMultipart mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(first);
        for (CalendarPart calendar : calendars) {
            MimeBodyPart attachment = calendar(calendar.text(), "application/ics; name=" + calendar.fileName());
            attachment.setDisposition(Part.ATTACHMENT);
            attachment.setFileName(calendar.fileName());
            mixed.addBodyPart(attachment);
        }
        return mixed;
    }

    private static MimeBodyPart text(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart calendar(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        // Carries the bytes unchanged, whatever their line ends and characters.
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}

package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.delivery.application.Letter;
import io.dendrite.notification.delivery.application.NoticeTexts;
import io.dendrite.notification.delivery.application.NoticeTexts.NoticeText;
import io.dendrite.notification.ledger.model.NoticeContent;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** Composes the whole message: headers, both texts, calendar files. */
final class MailComposer {

    private final MailSettings settings;
    private final NoticeTexts texts;
    private final CalendarParts calendarParts;
    private final Clock clock;

    MailComposer(MailSettings settings, NoticeTexts texts, CalendarParts calendarParts, Clock clock) {
        this.settings = settings;
        this.texts = texts;
        this.calendarParts = calendarParts;
        this.clock = clock;
    }

    /**
     * The message of a letter, ready to be sent.
     *
     * @throws MessagingException when a header cannot be made of what the letter holds
     */
    MimeMessage compose(Letter letter) throws MessagingException {
        NoticeContent content = letter.content();
        IdentifiedMessage message = message(
                MessageIds.of(letter.id(), content, settings.domain()),
                content.clinic().name(),
                letter.email(),
                texts.of(letter),
                calendarParts.of(letter));
        settings.envelopeFrom(letter.id().value()).ifPresent(message::setEnvelopeFrom);
        return message;
    }

    /**
     * A message.
     *
     * @param id its Message-ID, angle brackets included
     * @param clinic in whose name it is sent
     * @param to the address that it is sent to
     * @throws MessagingException when a header cannot be made of that
     */
    IdentifiedMessage message(String id, String clinic, String to, NoticeText text, List<CalendarPart> calendars)
            throws MessagingException {
        IdentifiedMessage message = new IdentifiedMessage(id);
        message.setFrom(sender(clinic));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        if (settings.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(settings.replyTo(), true)});
        }
        message.setSubject(OneLine.of(text.subject()), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // Keeps vacation responders silent (RFC 3834, 5).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(MailBody.of(text, calendars));
        message.saveChanges();
        return message;
    }

    private InternetAddress sender(String clinic) throws MessagingException {
        try {
            String name = OneLine.of(clinic);
            return new InternetAddress(settings.from(), name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    /** Saving a message would give it a random id; this one keeps its own. */
    static final class IdentifiedMessage extends SMTPMessage {

        private final String id;

        IdentifiedMessage(String id) {
            super((jakarta.mail.Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

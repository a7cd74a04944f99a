package io.dendrite.notification.mailbox.imap;

import io.dendrite.notification.mailbox.application.HandleReply;
import io.dendrite.notification.mailbox.application.HandleReport;
import io.dendrite.notification.mailbox.application.Handled;
import io.dendrite.notification.mailbox.model.CalendarReply;
import io.dendrite.notification.mailbox.model.DeliveryReport;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what a mail to the clinic is, and has it dealt with. What no rule knows is for people. */
final class IncomingMail {

    private static final Logger log = LoggerFactory.getLogger(IncomingMail.class);
    private static final int LARGEST = 5 * 1024 * 1024;

    private final HandleReport reports;
    private final HandleReply replies;
    private final String domain;

    IncomingMail(HandleReport reports, HandleReply replies, String domain) {
        this.reports = reports;
        this.replies = replies;
        this.domain = domain;
    }

    /**
     * Deals with a mail.
     *
     * @throws MessagingException when the mailbox cannot be read any more
     */
    Handled handle(Message mail) throws MessagingException {
        if (mail.getSize() > LARGEST) {
            return Handled.FOR_PEOPLE;
        }
        Optional<DeliveryReport> report;
        Optional<CalendarReply> reply;
        try {
            // All of it at once: what servers say of the structure of mails is less to be relied on than the mails.
            MimeMessage copy = new MimeMessage((MimeMessage) mail);
            MailParts parts = MailParts.of(copy);
            report = ReportReader.of(copy, parts);
            reply = report.isPresent() ? Optional.empty() : ReplyReader.of(parts);
        } catch (IOException | MessagingException | RuntimeException e) {
            if (!mail.getFolder().isOpen()) {
                throw new MessagingException("the mailbox is gone");
            }
            log.info("a mail to the clinic cannot be read: {}", e.getClass().getName());
            return Handled.FOR_PEOPLE;
        }
        if (report.isPresent()) {
            return reports.handle(report.get());
        }
        return reply.isPresent() ? replies.handle(reply.get(), sender(mail), domain) : Handled.FOR_PEOPLE;
    }

    private static String sender(Message mail) throws MessagingException {
        Address[] from = mail.getFrom();
        return from != null && from.length == 1 && from[0] instanceof InternetAddress address
                ? address.getAddress()
                : "";
    }
}

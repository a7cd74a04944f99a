package io.dendrite.notification.mailbox.imap;

import io.dendrite.notification.mailbox.model.DeliveryReport;
import io.dendrite.notification.mailbox.model.Verdict;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/** Reads reports of mail servers (RFC 3464) and complaints that providers pass on (RFC 5965). */
final class ReportReader {

    /** The addresses that a report may have come to, in the order in which they are to be believed. */
    private static final List<String> RECEIVED_AT = List.of("X-Original-To", "Delivered-To", "To");

    private static final Pattern NOTICE = Pattern.compile("\\+([0-9a-f]{32})@");

    private ReportReader() {}

    /** The report in a mail; empty when there is none. */
    static Optional<DeliveryReport> of(Message mail, MailParts parts) throws MessagingException, IOException {
        Optional<Part> status = parts.first("message/delivery-status");
        Optional<Part> complaint = parts.first("message/feedback-report");
        if (status.isEmpty() && complaint.isEmpty()) {
            return Optional.empty();
        }
        List<DeliveryReport.Recipient> recipients =
                status.isPresent() ? recipients(status.get()) : complainant(complaint.get());
        return Optional.of(new DeliveryReport(noticeId(mail), messageId(parts), recipients));
    }

    private static List<DeliveryReport.Recipient> recipients(Part part) throws MessagingException, IOException {
        DeliveryStatus status = new DeliveryStatus(new ByteArrayInputStream(MailParts.bytes(part)));
        List<DeliveryReport.Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < status.getRecipientDSNCount(); i++) {
            InternetHeaders fields = status.getRecipientDSN(i);
            String code = first(fields, "Status");
            recipients.add(new DeliveryReport.Recipient(
                    addresses(fields, "Original-Recipient", "Final-Recipient"),
                    Verdict.of(first(fields, "Action"), code),
                    // Nothing but the code: what stands beside it may quote the address.
                    code.strip().split("[^0-9.]", -1)[0]));
        }
        return recipients;
    }

    /** Whoever complains is not written to any more (RFC 5965, 3.2: Feedback-Type abuse; "fraud" and others alike). */
    private static List<DeliveryReport.Recipient> complainant(Part part) throws MessagingException, IOException {
        InternetHeaders fields = new InternetHeaders(new ByteArrayInputStream(MailParts.bytes(part)));
        boolean notSpam = first(fields, "Feedback-Type").strip().equalsIgnoreCase("not-spam");
        return List.of(new DeliveryReport.Recipient(
                addresses(fields, "Original-Rcpt-To", "Removal-Recipient"),
                notSpam ? Verdict.NOTHING : Verdict.PERMANENT,
                "complaint"));
    }

    /** Fields are of the form {@code rfc822; maria@example.org} (RFC 3464, 2.3.1), or the address alone. */
    private static List<String> addresses(InternetHeaders fields, String... names) {
        return Stream.of(names)
                .map(name -> first(fields, name))
                .map(value -> value.substring(value.indexOf(';') + 1).strip().replaceAll("^<|>$", ""))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static String first(InternetHeaders fields, String name) {
        String value = fields.getHeader(name, null);
        return value == null ? "" : value;
    }

    private static Optional<String> noticeId(Message mail) throws MessagingException {
        for (String name : RECEIVED_AT) {
            String[] values = mail.getHeader(name);
            for (String value : values == null ? new String[0] : values) {
                Matcher matcher = NOTICE.matcher(value.toLowerCase(Locale.ROOT));
                if (matcher.find()) {
                    return Optional.of(matcher.group(1));
                }
            }
        }
        return Optional.empty();
    }

    /** In what is returned of our mail: all of it, or only its head. */
    private static Optional<String> messageId(MailParts parts) throws MessagingException, IOException {
        Optional<Part> returned = parts.first("message/rfc822");
        if (returned.isEmpty()) {
            returned = parts.first("text/rfc822-headers");
        }
        if (returned.isEmpty()) {
            return Optional.empty();
        }
        InternetHeaders head = new InternetHeaders(new ByteArrayInputStream(MailParts.bytes(returned.get())));
        @Nullable String id = head.getHeader("Message-ID", null);
        return Optional.ofNullable(id).map(String::strip);
    }
}

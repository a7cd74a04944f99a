package io.dendrite.notification.mailbox.imap;

import io.dendrite.notification.mailbox.model.CalendarReply;
import io.dendrite.notification.mailbox.model.CalendarReply.Answer;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Content;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;

/**
 * Reads what calendar programs answer (RFC 5546, 3.2.3 REPLY and 3.2.7 COUNTER). How those of Google, Microsoft and Apple
 * write it follows the RFCs and public descriptions; none of the real ones was at hand.
 */
final class ReplyReader {

    private static final String MAILTO = "mailto:";

    private ReplyReader() {}

    /** The answer in a mail; empty when there is none, or none that can be read. */
    static Optional<CalendarReply> of(MailParts parts) throws MessagingException, IOException {
        Optional<Part> file = parts.first("text/calendar");
        if (file.isEmpty()) {
            // Exchange is said to attach it under this type only, behind a text for people.
            file = parts.first("application/ics");
        }
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String text = new String(MailParts.bytes(file.get()), StandardCharsets.UTF_8);
        try {
            return read(new CalendarBuilder().build(new StringReader(text)));
        } catch (ParserException | RuntimeException e) {
            // The library throws whatever it meets.
            return Optional.empty();
        }
    }

    private static Optional<CalendarReply> read(Calendar calendar) {
        String method = value(calendar.getProperty(Property.METHOD)).toUpperCase(Locale.ROOT);
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        if (events.size() != 1 || !List.of("REPLY", "COUNTER").contains(method)) {
            return Optional.empty();
        }
        VEvent event = events.get(0);
        List<Property> attendees = event.getProperties(Property.ATTENDEE);
        // A reply is of one attendee (RFC 5546, 3.2.3). In a counter-proposal Outlook lists the organizer's guests too.
        if (attendees.isEmpty() || (method.equals("REPLY") && attendees.size() != 1)) {
            return Optional.empty();
        }
        Property attendee = attendees.get(0);
        String address = attendee.getValue();
        if (!address.toLowerCase(Locale.ROOT).startsWith(MAILTO)) {
            return Optional.empty();
        }
        // Google leaves out what is 0 by default (RFC 5545, 3.8.7.4).
        String sequence = value(event.getProperty(Property.SEQUENCE));
        return Optional.of(new CalendarReply(
                value(event.getProperty(Property.UID)),
                sequence.isEmpty() ? 0 : Integer.parseInt(sequence),
                address.substring(MAILTO.length()),
                method.equals("COUNTER") ? Optional.of(Answer.ANOTHER_TIME) : answer(attendee)));
    }

    private static Optional<Answer> answer(Property attendee) {
        String partstat = attendee.getParameter(Parameter.PARTSTAT)
                .map(Content::getValue)
                .orElse("")
                .toUpperCase(Locale.ROOT);
        return switch (partstat) {
            case "ACCEPTED" -> Optional.of(Answer.CONFIRMED);
            case "DECLINED" -> Optional.of(Answer.DECLINED);
            default -> Optional.empty();
        };
    }

    private static String value(Optional<Property> property) {
        return property.map(Content::getValue).orElse("");
    }
}

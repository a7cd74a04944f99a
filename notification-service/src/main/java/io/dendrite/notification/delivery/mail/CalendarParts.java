package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.calendarfile.application.CalendarFileWriter;
import io.dendrite.notification.calendarfile.model.CalendarEvent;
import io.dendrite.notification.calendarfile.model.CalendarMethod;
import io.dendrite.notification.delivery.application.Letter;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.NoticeKind;
import io.dendrite.notification.ledger.model.Visit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes the calendar files of a letter: one object with one UID for each appointment (RFC 5546, 3.2.2). */
final class CalendarParts {

    /** The calendar of a patient who is reminded, or offered a place, stays as it is. */
    private static final Set<NoticeKind> CHANGE_CALENDARS = EnumSet.of(
            NoticeKind.BOOKING_CONFIRMED, NoticeKind.APPOINTMENT_RESCHEDULED, NoticeKind.APPOINTMENT_CANCELLED);

    private final CalendarFileWriter writer;
    private final String organizerAddress;
    private final String domain;
    private final CalendarWords words;

    CalendarParts(CalendarFileWriter writer, MailSettings settings, CalendarWords words) {
        this.writer = writer;
        this.organizerAddress = settings.from();
        this.domain = settings.domain();
        this.words = words;
    }

    /** The files, in the order of the appointments. */
    List<CalendarPart> of(Letter letter) {
        NoticeContent content = letter.content();
        if (!CHANGE_CALENDARS.contains(content.kind())) {
            return List.of();
        }
        CalendarMethod method =
                content.kind() == NoticeKind.APPOINTMENT_CANCELLED ? CalendarMethod.CANCEL : CalendarMethod.REQUEST;
        List<Visit> visits = content.visits();
        List<CalendarPart> parts = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            String name = visits.size() == 1 ? "invite.ics" : "invite-" + (i + 1) + ".ics";
            parts.add(new CalendarPart(name, method, writer.write(event(letter, visits.get(i), method))));
        }
        return parts;
    }

    private CalendarEvent event(Letter letter, Visit visit, CalendarMethod method) {
        NoticeContent content = letter.content();
        String clinic = OneLine.of(content.clinic().name());
        return new CalendarEvent(
                method,
                visit.appointmentId() + "@" + domain,
                visit.sequence(),
                content.happenedAt(),
                visit.start(),
                visit.end(),
                words.summary(letter.recipient().language(), clinic),
                OneLine.of(content.clinic().address()),
                new CalendarEvent.Organizer(clinic, organizerAddress),
                letter.email());
    }

    /** The words of a calendar file in a language. */
    @FunctionalInterface
    interface CalendarWords {

        /** The neutral title of an appointment at a clinic. */
        String summary(String language, String clinic);
    }
}

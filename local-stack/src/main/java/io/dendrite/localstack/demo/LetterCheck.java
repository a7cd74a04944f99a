package io.dendrite.localstack.demo;

import io.dendrite.localstack.client.Visit;
import io.dendrite.localstack.mail.CalendarPart;
import io.dendrite.localstack.mail.CalendarPart.Event;
import io.dendrite.localstack.mail.ReceivedMail;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds each mail against what was booked, and against the mails before it. */
final class LetterCheck {

    private final Report report;
    private final List<String> unsaid;
    private final Map<String, String> uidByVisit = new HashMap<>();
    private final Set<String> messageIds = new HashSet<>();

    /** {@code unsaid} are the words that no mail may contain. */
    LetterCheck(Report report, List<String> unsaid) {
        this.report = report;
        this.unsaid = unsaid.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isBlank())
                .toList();
    }

    void check(ReceivedMail mail, Letters.Expected expected) {
        report.check(!mail.text().isBlank() && !mail.html().isBlank(), "it has a text and an HTML part");
        report.check(mail.header("Message-ID").filter(messageIds::add).isPresent(), "it has a Message-ID of its own");
        report.check(
                mail.header("Auto-Submitted").filter("auto-generated"::equals).isPresent(),
                "Auto-Submitted is auto-generated");
        report.check(isNeutral(mail), "it does not say what the appointment is for");
        List<CalendarPart> calendars = mail.calendars();
        report.check(!calendars.isEmpty(), "it has a calendar file");
        report.check(
                calendars.stream().allMatch(calendar -> calendar.method().equals(expected.method()))
                        && mail.announcedMethod().map(expected.method()::equals).orElse(true),
                "METHOD is " + expected.method());
        check(calendars.stream().flatMap(calendar -> calendar.events().stream()).toList(), expected.visits());
    }

    private void check(List<Event> events, List<Visit> visits) {
        List<Event> inOrder =
                events.stream().sorted(Comparator.comparing(Event::start)).toList();
        List<Instant> booked =
                visits.stream().map(visit -> visit.start().toInstant()).sorted().toList();
        boolean sameTimes = inOrder.stream().map(Event::start).toList().equals(booked);
        report.check(sameTimes, "its times are those of the booking, " + visits.size() + " in all");
        if (!sameTimes) {
            return;
        }
        List<Visit> byStart =
                visits.stream().sorted(Comparator.comparing(Visit::start)).toList();
        boolean sequences = true;
        boolean uids = true;
        for (int index = 0; index < byStart.size(); index++) {
            Visit visit = byStart.get(index);
            Event event = inOrder.get(index);
            sequences &= event.sequence() == visit.sequence();
            String known = uidByVisit.putIfAbsent(visit.id(), event.uid());
            uids &= known == null || known.equals(event.uid());
        }
        uids &= new HashSet<>(uidByVisit.values()).size() == uidByVisit.size();
        report.check(sequences, "SEQUENCE is " + byStart.get(0).sequence());
        report.check(uids, "each appointment has one UID, the same in every mail");
    }

    private boolean isNeutral(ReceivedMail mail) {
        String said = (mail.subject()
                        + mail.text()
                        + mail.html()
                        + mail.calendars().stream().map(CalendarPart::text).collect(Collectors.joining()))
                .toLowerCase(Locale.ROOT);
        return unsaid.stream().noneMatch(said::contains);
    }
}

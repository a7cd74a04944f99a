package io.dendrite.scheduling.calendar.ical4j;

import io.dendrite.scheduling.calendar.application.HolidayFile;
import io.dendrite.scheduling.problem.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Content;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.springframework.stereotype.Repository;

/** Reads with ical4j: one event at a time, so that one that it cannot read does not spoil the others. */
@Repository
class Ical4jHolidayFile implements HolidayFile {

    private static final int LONGEST_SUMMARY = 200;

    static {
        // It would ask a server for newer time zones; those of the JDK are as new as the JDK.
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    }

    @Override
    public Reading read(byte[] file, ZoneId zone, Instant from, Instant to) {
        List<Holiday> holidays = new ArrayList<>();
        List<String> uids = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        int number = 0;
        for (VEvent event : calendar(file).<VEvent>getComponents(Component.VEVENT)) {
            number++;
            String uid = event.getUid().map(Content::getValue).orElse("event " + number + " of the file");
            try {
                List<Holiday> times = isCancelled(event) ? List.of() : times(event, uid, zone, from, to);
                uids.add(uid);
                holidays.addAll(times);
            } catch (RuntimeException e) {
                // The library throws what it meets: of dates, of rules, of casts.
                unreadable.add(
                        new Unreadable(uid, "must have a DTSTART, a DTEND or DURATION, and a rule that can be read"));
            }
        }
        return new Reading(List.copyOf(holidays), List.copyOf(uids), List.copyOf(unreadable));
    }

    private static Calendar calendar(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return new CalendarBuilder().build(new StringReader(text));
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid("body", "must be UTF-8");
        } catch (IOException | ParserException | RuntimeException e) {
            throw ProblemException.invalid(
                    "body", "must be an iCalendar file (RFC 5545), from BEGIN:VCALENDAR to its END");
        }
    }

    private static boolean isCancelled(VEvent event) {
        return event.getProperty(Property.STATUS)
                .filter(status -> status.getValue().equals("CANCELLED"))
                .isPresent();
    }

    private static List<Holiday> times(VEvent event, String uid, ZoneId zone, Instant from, Instant to) {
        Temporal first = event.getProperty(Property.DTSTART)
                .map(start -> ((DtStart<?>) start).getDate())
                .orElseThrow();
        String summary =
                event.getProperty(Property.SUMMARY).map(Content::getValue).orElse("");
        String name = summary.replaceAll("\\s+", " ").strip();
        List<Holiday> times = new ArrayList<>();
        for (Period<Temporal> period : periods(event, first, zone, from, to)) {
            Instant start = instant(period.getStart(), zone);
            Instant end = instant(period.getEnd(), zone);
            // A day without an end lasts that day (RFC 5545, 3.6.1).
            if (!end.isAfter(start) && period.getStart() instanceof LocalDate day) {
                end = day.plusDays(1).atStartOfDay(zone).toInstant();
            }
            if (end.isAfter(from) && start.isBefore(to) && end.isAfter(start)) {
                times.add(new Holiday(uid, name.substring(0, Math.min(name.length(), LONGEST_SUMMARY)), start, end));
            }
        }
        return times;
    }

    /** The range is given in the event's own kind of time, which the library does not convert. */
    private static Set<Period<Temporal>> periods(VEvent event, Temporal first, ZoneId zone, Instant from, Instant to) {
        ZonedDateTime begin = from.atZone(zone);
        ZonedDateTime end = to.atZone(zone);
        if (first instanceof LocalDate) {
            // What began some weeks before may last until now.
            return event.calculateRecurrenceSet(new Period<>(begin.toLocalDate().minusDays(31), end.toLocalDate()));
        }
        if (first instanceof LocalDateTime) {
            return event.calculateRecurrenceSet(
                    new Period<>(begin.toLocalDateTime().minusDays(31), end.toLocalDateTime()));
        }
        return event.calculateRecurrenceSet(new Period<>(begin.minusDays(31), end));
    }

    private static Instant instant(Temporal time, ZoneId zone) {
        if (time instanceof LocalDate date) {
            return date.atStartOfDay(zone).toInstant();
        }
        return time instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(time);
    }
}

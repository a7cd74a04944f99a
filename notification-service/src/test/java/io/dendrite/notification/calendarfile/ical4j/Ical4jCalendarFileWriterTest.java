package io.dendrite.notification.calendarfile.ical4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.calendarfile.model.CalendarEvent;
import io.dendrite.notification.calendarfile.model.CalendarMethod;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.util.Configurator;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ical4jCalendarFileWriterTest {

    private static final Instant STAMP = Instant.parse("2026-11-20T18:30:00Z");
    private static final Instant START = Instant.parse("2027-03-08T17:00:00Z");
    private static final DateTimeFormatter IN_UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    private final Ical4jCalendarFileWriter writer = new Ical4jCalendarFileWriter("");

    @ParameterizedTest
    @EnumSource(CalendarMethod.class)
    void writesWhatValidatesForItsMethod(CalendarMethod method) throws Exception {
        Calendar calendar = parse(writer.write(event(method, 1, START)));

        ValidationResult whole = calendar.validate(true);
        assertThat(whole.getEntries()).isEmpty();
        assertThat(calendar.getMethod().getValue()).isEqualTo(method.name());
        assertThat(only(calendar).validate(calendar.getMethod()).getEntries()).isEmpty();
    }

    @Test
    void keepsTheUidAndRaisesTheSequenceFromConfirmationToCancellation() throws Exception {
        Calendar confirmed = parse(writer.write(event(CalendarMethod.REQUEST, 0, START)));
        Calendar moved = parse(writer.write(event(CalendarMethod.REQUEST, 1, START.plusSeconds(3600))));
        Calendar cancelled = parse(writer.write(event(CalendarMethod.CANCEL, 2, START.plusSeconds(3600))));

        for (Calendar calendar : new Calendar[] {confirmed, moved, cancelled}) {
            assertThat(value(calendar, "UID")).isEqualTo("visit-1@clinic.example");
            assertThat(value(calendar, "ORGANIZER")).isEqualTo("mailto:appointments@clinic.example");
            assertThat(value(calendar, "ATTENDEE")).isEqualTo("mailto:maria@example.org");
        }
        assertThat(value(confirmed, "SEQUENCE")).isEqualTo("0");
        assertThat(value(moved, "SEQUENCE")).isEqualTo("1");
        assertThat(value(cancelled, "SEQUENCE")).isEqualTo("2");
        assertThat(value(confirmed, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(moved, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(cancelled, "STATUS")).isEqualTo("CANCELLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-13T09:00", "2027-03-14T09:00", "2027-11-06T09:00", "2027-11-07T09:00"})
    void tellsTheInstantInUtcOnBothSidesOfADaylightSavingChange(String localStart) throws Exception {
        Instant start = LocalDateTime.parse(localStart).atZone(LOS_ANGELES).toInstant();

        String text = writer.write(event(CalendarMethod.REQUEST, 0, start));

        Calendar calendar = parse(text);
        assertThat(value(calendar, "DTSTART")).isEqualTo(IN_UTC.format(start));
        assertThat(value(calendar, "DTEND")).isEqualTo(IN_UTC.format(start.plus(Duration.ofMinutes(105))));
        assertThat(text).doesNotContain("TZID").doesNotContain("VTIMEZONE");
    }

    @Test
    void writesTheSameTextEachTime() {
        CalendarEvent event = event(CalendarMethod.REQUEST, 0, START);

        String text = writer.write(event);

        assertThat(new Ical4jCalendarFileWriter("").write(event)).isEqualTo(text);
        assertThat(text)
                .contains("DTSTAMP:20261120T183000Z\r\n")
                .contains("TRANSP:OPAQUE\r\n")
                .contains("RSVP=FALSE");
    }

    @Test
    void keepsNamesWithSpecialCharactersInsideTheirProperty() throws Exception {
        String awkward = "Dr. \"Ann\": Müller; Söhne, 文字".repeat(3);
        CalendarEvent event = new CalendarEvent(
                CalendarMethod.REQUEST,
                "visit-1@clinic.example",
                0,
                STAMP,
                START,
                START.plusSeconds(60),
                awkward,
                awkward,
                new CalendarEvent.Organizer(awkward, "appointments@clinic.example"),
                "o'brien+x%y@example.org");

        Calendar calendar = parse(writer.write(event));

        assertThat(calendar.validate(true).getEntries()).isEmpty();
        assertThat(value(calendar, "SUMMARY")).isEqualTo(awkward);
        assertThat(value(calendar, "LOCATION")).isEqualTo(awkward);
        assertThat(value(calendar, "ORGANIZER")).isEqualTo("mailto:appointments@clinic.example");
        assertThat(calendar.getComponents()).hasSize(1);
    }

    @Test
    void neverLooksUpTimeZonesOnTheNetwork() {
        assertThat(Configurator.getProperty("net.fortuna.ical4j.timezone.update.enabled"))
                .contains("false");
    }

    private static CalendarEvent event(CalendarMethod method, int sequence, Instant start) {
        return new CalendarEvent(
                method,
                "visit-1@clinic.example",
                sequence,
                STAMP,
                start,
                start.plus(Duration.ofMinutes(105)),
                "Appointment at Riverside Clinic",
                "210 River Street, Portland, OR 97201",
                new CalendarEvent.Organizer("Riverside Clinic", "appointments@clinic.example"),
                "maria@example.org");
    }

    private static Calendar parse(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent only(Calendar calendar) {
        return (VEvent) calendar.getComponents().get(0);
    }

    private static String value(Calendar calendar, String property) {
        return only(calendar).getRequiredProperty(property).getValue();
    }
}

package io.dendrite.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CalendarPartTest {

    @Test
    void readsMethodAndEvents() {
        CalendarPart part = CalendarPart.parse(calendar(
                "METHOD:CANCEL",
                "BEGIN:VEVENT",
                "UID:b1.1@clinic.example",
                "SEQUENCE:2",
                "DTSTART:20270308T170000Z",
                "DTEND:20270308T190000Z",
                "STATUS:CANCELLED",
                "END:VEVENT"));

        assertThat(part.method()).isEqualTo("CANCEL");
        assertThat(part.events())
                .containsExactly(new CalendarPart.Event(
                        "b1.1@clinic.example",
                        2,
                        Instant.parse("2027-03-08T17:00:00Z"),
                        Instant.parse("2027-03-08T19:00:00Z"),
                        "CANCELLED"));
    }

    @Test
    void joinsFoldedLinesAndSkipsParameters() {
        CalendarPart part = CalendarPart.parse(calendar(
                "BEGIN:VEVENT",
                "UID:a-very-long-",
                " id@clinic",
                "\t.example",
                "DTSTART;VALUE=DATE-TIME:20270308T170000Z",
                "DTEND:20270308T190000Z",
                "END:VEVENT"));

        assertThat(part.events().get(0).uid()).isEqualTo("a-very-long-id@clinic.example");
        assertThat(part.events().get(0).start()).isEqualTo("2027-03-08T17:00:00Z");
    }

    @Test
    void takesAMissingSequenceForTheFirstRevision() {
        CalendarPart part = CalendarPart.parse(
                calendar("BEGIN:VEVENT", "UID:1", "DTSTART:20270308T170000Z", "DTEND:20270308T190000Z", "END:VEVENT"));

        assertThat(part.events().get(0).sequence()).isZero();
    }

    @Test
    void saysWhichPropertyAnEventLacks() {
        String text = calendar("BEGIN:VEVENT", "UID:1", "DTSTART:20270308T170000Z", "END:VEVENT");

        assertThatThrownBy(() -> CalendarPart.parse(text)).hasMessageContaining("DTEND");
    }

    @Test
    void findsTheMethodThatAContentTypeAnnounces() {
        assertThat(CalendarPart.methodOf("text/calendar; charset=UTF-8; method=REQUEST; component=VEVENT"))
                .contains("REQUEST");
        assertThat(CalendarPart.methodOf("text/calendar; charset=UTF-8")).isEmpty();
    }

    private static String calendar(String... lines) {
        return "BEGIN:VCALENDAR\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n";
    }
}

package io.dendrite.scheduling.calendar.ical4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.dendrite.scheduling.calendar.application.HolidayFile.Holiday;
import io.dendrite.scheduling.calendar.application.HolidayFile.Reading;
import io.dendrite.scheduling.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars in the shapes in which the usual programs export them; the site is in Los Angeles, it is November 2026. */
class Ical4jHolidayFileTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void readsWholeDaysAsGoogleWritesThem() {
        Reading reading = read("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261225
                DTEND;VALUE=DATE:20261226
                DTSTAMP:20261001T000000Z
                UID:20261225_abc@google.com
                CLASS:PUBLIC
                SUMMARY:Christmas Day
                TRANSP:TRANSPARENT
                END:VEVENT
                """);

        assertThat(reading.holidays())
                .containsExactly(new Holiday(
                        "20261225_abc@google.com",
                        "Christmas Day",
                        Instant.parse("2026-12-25T08:00:00Z"),
                        Instant.parse("2026-12-26T08:00:00Z")));
    }

    @Test
    void readsTimesWithTheirOwnZoneAsOutlookWritesThem() {
        Reading reading = read("""
                BEGIN:VTIMEZONE
                TZID:Pacific Standard Time
                BEGIN:STANDARD
                DTSTART:16010101T020000
                TZOFFSETFROM:-0700
                TZOFFSETTO:-0800
                RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETFROM:-0800
                TZOFFSETTO:-0700
                RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
                END:DAYLIGHT
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:040000008200E00074C5B7101A82E008
                SUMMARY;LANGUAGE=en-us:Team training
                DTSTART;TZID=Pacific Standard Time:20261204T130000
                DTEND;TZID=Pacific Standard Time:20261204T170000
                DTSTAMP:20261001T000000Z
                END:VEVENT
                """);

        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.holidays())
                .extracting(Holiday::start, Holiday::end)
                .containsExactly(tuple(Instant.parse("2026-12-04T21:00:00Z"), Instant.parse("2026-12-05T01:00:00Z")));
    }

    @Test
    void readsRepeatedDaysAsAppleWritesThem() {
        Reading reading = read("""
                BEGIN:VEVENT
                CREATED:20200101T000000Z
                UID:new-year
                DTEND;VALUE=DATE:20200102
                SUMMARY:New Year
                DTSTART;VALUE=DATE:20200101
                DTSTAMP:20200101T000000Z
                SEQUENCE:0
                RRULE:FREQ=YEARLY
                EXDATE;VALUE=DATE:20280101
                END:VEVENT
                """);

        assertThat(reading.holidays())
                .extracting(Holiday::start)
                .containsExactly(Instant.parse("2027-01-01T08:00:00Z"));
    }

    @Test
    void readsTimesWithoutAZoneAsTheSites() {
        Reading reading = read("""
                BEGIN:VEVENT
                UID:floating
                DTSTAMP:20200101T000000Z
                DTSTART:20261224T120000
                DURATION:PT6H
                END:VEVENT
                BEGIN:VEVENT
                UID:utc
                DTSTAMP:20200101T000000Z
                DTSTART:20261224T120000Z
                DTEND:20261224T130000Z
                END:VEVENT
                BEGIN:VEVENT
                UID:day-without-end
                DTSTAMP:20200101T000000Z
                DTSTART;VALUE=DATE:20261231
                END:VEVENT
                """);

        assertThat(reading.holidays())
                .extracting(Holiday::start)
                .containsExactly(
                        Instant.parse("2026-12-24T20:00:00Z"),
                        Instant.parse("2026-12-24T12:00:00Z"),
                        Instant.parse("2026-12-31T08:00:00Z"));
        assertThat(reading.holidays().get(2).end()).isEqualTo(Instant.parse("2027-01-01T08:00:00Z"));
    }

    @Test
    void leavesOutWhatIsOverOrCalledOffAndNamesWhatItCannotRead() {
        Reading reading = read("""
                BEGIN:VEVENT
                UID:past
                DTSTAMP:20200101T000000Z
                DTSTART;VALUE=DATE:20251225
                DTEND;VALUE=DATE:20251226
                END:VEVENT
                BEGIN:VEVENT
                UID:off
                STATUS:CANCELLED
                DTSTAMP:20200101T000000Z
                DTSTART;VALUE=DATE:20261225
                DTEND;VALUE=DATE:20261226
                END:VEVENT
                BEGIN:VEVENT
                UID:no-start
                DTSTAMP:20200101T000000Z
                SUMMARY:When?
                END:VEVENT
                """);

        assertThat(reading.holidays()).isEmpty();
        assertThat(reading.uids()).containsExactly("past", "off");
        assertThat(reading.unreadable()).hasSize(1);
        assertThat(reading.unreadable().get(0).uid()).isEqualTo("no-start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "{\"start\":\"2026-12-25\"}"})
    void refusesWhatIsNoCalendar(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Ical4jHolidayFile()
                        .read(text.getBytes(StandardCharsets.UTF_8), ZONE, NOW, NOW.plusSeconds(86400)));
    }

    private static Reading read(String events) {
        String file = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n" + events + "END:VCALENDAR\n";
        return new Ical4jHolidayFile()
                .read(
                        file.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                        ZONE,
                        NOW,
                        NOW.plusSeconds(730L * 86400));
    }
}

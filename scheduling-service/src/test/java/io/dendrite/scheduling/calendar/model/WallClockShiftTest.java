package io.dendrite.scheduling.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockShiftTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2027-03-12T09:00:00-08:00,  7, 2027-03-19T09:00:00-07:00",
        "America/Los_Angeles, 2027-03-15T09:00:00-07:00, -7, 2027-03-08T09:00:00-08:00",
        "America/Los_Angeles, 2027-11-03T09:00:00-07:00,  7, 2027-11-10T09:00:00-08:00",
        "America/Los_Angeles, 2027-06-01T09:00:00-07:00,  1, 2027-06-02T09:00:00-07:00",
        "Europe/London,       2027-03-22T09:00:00Z,       7, 2027-03-29T09:00:00+01:00",
        "Pacific/Auckland,    2027-04-02T09:00:00+13:00,  7, 2027-04-09T09:00:00+12:00",
        "Australia/Lord_Howe, 2027-04-02T09:00:00+11:00,  7, 2027-04-09T09:00:00+10:30",
        "America/Santiago,    2027-09-01T09:00:00-04:00,  7, 2027-09-08T09:00:00-03:00",
        "Asia/Kathmandu,      2027-03-12T09:00:00+05:45,  7, 2027-03-19T09:00:00+05:45",
        "Asia/Kolkata,        2027-03-12T09:15:00+05:30, -1, 2027-03-11T09:15:00+05:30",
        "Africa/Casablanca,   2027-02-01T09:00:00+01:00, 14, 2027-02-15T09:00:00Z",
    })
    void keepsTheTimeOfDayWhateverTheClocksDo(ZoneId zone, OffsetDateTime from, int days, OffsetDateTime to) {
        assertThat(WallClockShift.ofDays(zone, days).of(from.toInstant())).contains(to.toInstant());
    }

    @Test
    void findsNoPlaceAtATimeThatTheClocksSkip() {
        assertThat(WallClockShift.ofDays(LOS_ANGELES, 7).of(at("2027-03-07T02:30:00-08:00")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-10-31T01:30:00-07:00,  7, 2027-11-07T01:30:00-07:00",
        "2027-11-14T01:30:00-08:00, -7, 2027-11-07T01:30:00-08:00",
    })
    void keepsTheOffsetAtATimeThatHappensTwice(OffsetDateTime from, int days, OffsetDateTime to) {
        assertThat(WallClockShift.ofDays(LOS_ANGELES, days).of(from.toInstant()))
                .contains(to.toInstant());
    }

    @Test
    void measuresDistancesOnTheClockAndNotInHours() {
        WallClockShift shift =
                WallClockShift.between(LOS_ANGELES, at("2027-03-12T09:00:00-08:00"), at("2027-03-15T10:00:00-07:00"));

        assertThat(shift.distance()).hasHours(3 * 24 + 1);
        assertThat(shift.of(at("2027-03-08T09:00:00-08:00"))).contains(at("2027-03-11T10:00:00-08:00"));
        assertThat(shift.of(at("2027-03-12T13:00:00-08:00"))).contains(at("2027-03-15T14:00:00-07:00"));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}

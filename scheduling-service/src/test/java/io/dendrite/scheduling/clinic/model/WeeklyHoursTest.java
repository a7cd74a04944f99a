package io.dendrite.scheduling.clinic.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeeklyHoursTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final LocalDate US_SPRING = LocalDate.of(2026, 3, 8);
    private static final LocalDate US_AUTUMN = LocalDate.of(2026, 11, 1);
    /** Lord Howe moves its clocks by half an hour only. */
    private static final LocalDate HOWE_SPRING = LocalDate.of(2026, 10, 4);

    private static final LocalDate HOWE_AUTUMN = LocalDate.of(2026, 4, 5);

    @Test
    void opensAndClosesByTheWallClockOfTheDate() {
        WeeklyHours hours = sundays("08:00-12:00", "13:00-18:00");

        assertThat(hours.openings(LocalDate.of(2026, 3, 1), LOS_ANGELES))
                .containsExactly(
                        opening("2026-03-01T16:00:00Z", "2026-03-01T20:00:00Z"),
                        opening("2026-03-01T21:00:00Z", "2026-03-02T02:00:00Z"));
        assertThat(hours.openings(US_SPRING, LOS_ANGELES).get(0).from())
                .isEqualTo(Instant.parse("2026-03-08T15:00:00Z"));
    }

    @Test
    void isClosedOnADayWithoutHours() {
        assertThat(sundays("08:00-12:00").openings(LocalDate.of(2026, 3, 2), LOS_ANGELES))
                .isEmpty();
        assertThat(WeeklyHours.NONE.openings(US_SPRING, LOS_ANGELES)).isEmpty();
    }

    @Test
    void aWholeDayHas23HoursInSpringAnd25InAutumn() {
        WeeklyHours wholeDay = sundays("00:00-00:00");

        for (ZoneId zone : List.of(LOS_ANGELES, NEW_YORK)) {
            assertThat(length(wholeDay, US_SPRING, zone)).isEqualTo(Duration.ofHours(23));
            assertThat(length(wholeDay, US_AUTUMN, zone)).isEqualTo(Duration.ofHours(25));
        }
        assertThat(length(wholeDay, HOWE_SPRING, LORD_HOWE)).isEqualTo(Duration.ofMinutes(23 * 60 + 30));
        assertThat(length(wholeDay, HOWE_AUTUMN, LORD_HOWE)).isEqualTo(Duration.ofMinutes(24 * 60 + 30));
    }

    @Test
    void aSkippedTimeIsTheInstantOfTheSkip() {
        Instant skip = Instant.parse("2026-03-08T10:00:00Z");

        assertThat(sundays("02:30-08:00").openings(US_SPRING, LOS_ANGELES))
                .containsExactly(new Opening(skip, Instant.parse("2026-03-08T15:00:00Z")));
        assertThat(sundays("00:00-02:30").openings(US_SPRING, LOS_ANGELES))
                .containsExactly(new Opening(Instant.parse("2026-03-08T08:00:00Z"), skip));
        assertThat(sundays("02:15-02:45").openings(US_SPRING, LOS_ANGELES)).isEmpty();
        assertThat(sundays("02:15-03:00").openings(HOWE_SPRING, LORD_HOWE))
                .containsExactly(opening("2026-10-03T15:30:00Z", "2026-10-03T16:00:00Z"));
    }

    @Test
    void aRepeatedTimeOpensTheFirstTimeAndClosesTheSecond() {
        assertThat(sundays("01:30-08:00").openings(US_AUTUMN, NEW_YORK))
                .containsExactly(opening("2026-11-01T05:30:00Z", "2026-11-01T13:00:00Z"));
        assertThat(sundays("00:00-01:30").openings(US_AUTUMN, NEW_YORK))
                .containsExactly(opening("2026-11-01T04:00:00Z", "2026-11-01T06:30:00Z"));
        assertThat(sundays("01:45-04:00").openings(HOWE_AUTUMN, LORD_HOWE))
                .containsExactly(opening("2026-04-04T14:45:00Z", "2026-04-04T17:30:00Z"));
    }

    @Test
    void openingsThatOverlapInTheRepeatedHourBecomeOne() {
        assertThat(sundays("00:00-01:30", "01:30-03:00").openings(US_AUTUMN, NEW_YORK))
                .containsExactly(opening("2026-11-01T04:00:00Z", "2026-11-01T08:00:00Z"));
        assertThat(sundays("00:00-01:30", "01:30-03:00").openings(LocalDate.of(2026, 11, 8), NEW_YORK))
                .hasSize(2);
    }

    @Test
    void openingsAreInOrderAndApartOnEveryDateOfTwoYears() {
        WeeklyHours hours = new WeeklyHours(Arrays.stream(DayOfWeek.values())
                .collect(java.util.stream.Collectors.toMap(
                        day -> day,
                        day -> list("00:00-01:15", "01:15-02:15", "02:15-02:30", "02:30-03:15", "22:00-00:00"))));

        for (ZoneId zone : List.of(LOS_ANGELES, NEW_YORK, LORD_HOWE)) {
            Instant last = Instant.MIN;
            for (LocalDate date = LocalDate.of(2026, 1, 1); date.getYear() < 2028; date = date.plusDays(1)) {
                for (Opening opening : hours.openings(date, zone)) {
                    assertThat(opening.from()).isAfterOrEqualTo(last).isBefore(opening.to());
                    last = opening.to();
                }
            }
        }
    }

    private static Duration length(WeeklyHours hours, LocalDate date, ZoneId zone) {
        Opening only = hours.openings(date, zone).get(0);
        return Duration.between(only.from(), only.to());
    }

    private static Opening opening(String from, String to) {
        return new Opening(Instant.parse(from), Instant.parse(to));
    }

    private static WeeklyHours sundays(String... stretches) {
        return new WeeklyHours(Map.of(DayOfWeek.SUNDAY, list(stretches)));
    }

    private static List<Hours> list(String... stretches) {
        return Arrays.stream(stretches)
                .map(text -> new Hours(LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6))))
                .toList();
    }
}

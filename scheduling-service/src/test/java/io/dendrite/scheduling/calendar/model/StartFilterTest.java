package io.dendrite.scheduling.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StartFilterTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

    private static boolean wants(StartFilter filter, String instant) {
        return filter.wants(TimeGrid.quarterOf(Instant.parse(instant)), LOS_ANGELES);
    }

    @Test
    void wantsAnyStartUnlessItSaysWhich() {
        assertThat(wants(StartFilter.ANY, "2027-03-08T08:00:00Z")).isTrue();
    }

    @Test
    void countsDaysOnTheClockOfTheSite() {
        StartFilter monday = new StartFilter(Set.of(DayOfWeek.MONDAY), MIDNIGHT, MIDNIGHT);

        assertThat(wants(monday, "2027-03-08T07:45:00Z")).isFalse();
        assertThat(wants(monday, "2027-03-08T08:00:00Z")).isTrue();
        assertThat(wants(monday, "2027-03-09T07:45:00Z")).isTrue();
        assertThat(wants(monday, "2027-03-09T08:00:00Z")).isFalse();
    }

    @Test
    void endsBeforeTheEnd() {
        StartFilter morning = new StartFilter(Set.of(), LocalTime.of(8, 0), LocalTime.of(12, 0));

        assertThat(wants(morning, "2027-03-08T15:45:00Z")).isFalse();
        assertThat(wants(morning, "2027-03-08T16:00:00Z")).isTrue();
        assertThat(wants(morning, "2027-03-08T19:45:00Z")).isTrue();
        assertThat(wants(morning, "2027-03-08T20:00:00Z")).isFalse();
    }

    @Test
    void followsTheClockAcrossItsChange() {
        StartFilter morning = new StartFilter(Set.of(), LocalTime.of(8, 0), LocalTime.of(9, 0));

        // From the fourteenth of March it is summer time.
        assertThat(wants(morning, "2027-03-15T15:00:00Z")).isTrue();
        assertThat(wants(morning, "2027-03-15T16:00:00Z")).isFalse();
    }

    @Test
    void lastsUntilTheEndOfTheDay() {
        StartFilter evening = new StartFilter(Set.of(), LocalTime.of(18, 0), MIDNIGHT);

        assertThat(wants(evening, "2027-03-09T07:45:00Z")).isTrue();
        assertThat(wants(evening, "2027-03-09T08:00:00Z")).isFalse();
    }
}

package io.dendrite.notification.site.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderPlanTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    /** What the clocks at the site show when a reminder of a visit is due, and what UTC is then. */
    @ParameterizedTest(name = "{0} {1}: {2} h before is {3}")
    @CsvSource({
        // Nothing changes in between.
        "America/New_York, 2027-03-10T09:00, 24, 2027-03-09T09:00, 2027-03-09T14:00:00Z",
        // The clocks go forward between reminder and visit: still at nine, only 23 hours before.
        "America/New_York, 2027-03-14T09:00, 24, 2027-03-13T09:00, 2027-03-13T14:00:00Z",
        "America/New_York, 2027-03-15T09:00, 72, 2027-03-12T09:00, 2027-03-12T14:00:00Z",
        // Back: 25 hours before.
        "Europe/Berlin, 2027-10-31T09:00, 24, 2027-10-30T09:00, 2027-10-30T07:00:00Z",
        // In the hour that the clocks leave out it moves to the evening before, as anything in the night does.
        "America/Los_Angeles, 2027-03-15T02:30, 24, 2027-03-13T20:00, 2027-03-14T04:00:00Z",
        // Half an hour of change, and zones far off.
        "Australia/Lord_Howe, 2027-04-04T09:00, 24, 2027-04-03T09:00, 2027-04-02T22:00:00Z",
        "Asia/Kolkata, 2027-04-04T09:00, 24, 2027-04-03T09:00, 2027-04-03T03:30:00Z",
        "Pacific/Kiritimati, 2027-04-04T09:00, 72, 2027-04-01T09:00, 2027-03-31T19:00:00Z",
        // Before eight: the evening before. After eight: that evening. On the edges: as asked.
        "UTC, 2027-05-10T07:45, 24, 2027-05-08T20:00, 2027-05-08T20:00:00Z",
        "UTC, 2027-05-10T21:00, 24, 2027-05-09T20:00, 2027-05-09T20:00:00Z",
        "UTC, 2027-05-10T08:00, 24, 2027-05-09T08:00, 2027-05-09T08:00:00Z",
        "UTC, 2027-05-10T20:00, 24, 2027-05-09T20:00, 2027-05-09T20:00:00Z",
    })
    void remindsAtACivilHourOnTheClocksAtTheSite(
            ZoneId zone, LocalDateTime visit, int hours, LocalDateTime expected, Instant utc) {
        List<PlannedReminder> planned = plan(hours).of(at(visit, zone), zone, CivilHours.DEFAULT, LONG_AGO);

        assertThat(planned).singleElement().satisfies(reminder -> {
            assertThat(reminder.dueAt().atZone(zone).toLocalDateTime()).isEqualTo(expected);
            assertThat(reminder.dueAt()).isEqualTo(utc);
        });
    }

    @Test
    void aReminderIsOfUseUntilTheNextOneAndTheLastUntilAnHourBefore() {
        Instant visit = Instant.parse("2027-05-10T14:00:00Z");

        assertThat(plan(72, 24).of(visit, ZoneId.of("UTC"), CivilHours.DEFAULT, LONG_AGO))
                .containsExactly(
                        new PlannedReminder(72, visit.minusSeconds(72 * 3600), visit.minusSeconds(24 * 3600), false),
                        new PlannedReminder(24, visit.minusSeconds(24 * 3600), visit.minusSeconds(3600), true));
    }

    /** Who booked at short notice has just been told: only reminders that come two hours later or more are of use. */
    @ParameterizedTest
    @CsvSource({
        "2027-05-07T11:59:00Z, 2",
        "2027-05-07T12:01:00Z, 1",
        "2027-05-09T12:00:00Z, 1",
        "2027-05-09T12:01:00Z, 0",
        "2027-05-10T13:30:00Z, 0"
    })
    void doesNotRemindWhoHasJustBeenTold(Instant toldAt, int expected) {
        Instant visit = Instant.parse("2027-05-10T14:00:00Z");

        assertThat(plan(72, 24).of(visit, ZoneId.of("UTC"), CivilHours.DEFAULT, toldAt))
                .hasSize(expected);
    }

    @Test
    void ofTwoThatFallOnOneEveningTheLaterOneStays() {
        Instant visit = Instant.parse("2027-05-10T06:00:00Z");

        assertThat(plan(30, 24).of(visit, ZoneId.of("UTC"), CivilHours.DEFAULT, LONG_AGO))
                .extracting(PlannedReminder::hoursBefore)
                .containsExactly(24);
    }

    @Test
    void aVisitInTheNightIsRemindedOfInTheEvening() {
        CivilHours office = new CivilHours(LocalTime.of(9, 0), LocalTime.of(17, 0));
        Instant visit = Instant.parse("2027-05-10T03:00:00Z");

        assertThat(plan(2).of(visit, ZoneId.of("UTC"), office, LONG_AGO))
                .extracting(PlannedReminder::dueAt)
                .containsExactly(Instant.parse("2027-05-09T17:00:00Z"));
    }

    @Test
    void refusesWhatNoPatientWants() {
        assertThatThrownBy(() -> plan(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan(721)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan(2, 3, 4, 5, 6, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThat(plan().of(Instant.EPOCH, ZoneId.of("UTC"), CivilHours.DEFAULT, LONG_AGO))
                .isEmpty();
    }

    private static ReminderPlan plan(Integer... hours) {
        return new ReminderPlan(List.of(hours));
    }

    private static Instant at(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }
}

package io.dendrite.scheduling.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.calendar.model.Utilisation.Minutes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chair and a nurse of two lanes, on duty all day; visits of an hour, with a quarter of turnover on the chair. */
class UtilisationTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 8);
    private static final VisitRules RULES = new VisitRules(ZONE, false, Duration.ZERO);

    @Test
    void countsWhatVisitsHoldPhaseByPhase() {
        var counted = count(DAY, List.of(visit("a.1", 9, 0)), List.of());

        assertThat(counted.get("chair-1")).containsEntry(DAY, new Minutes(1440, 75, 0, 0, 0, 0));
        assertThat(counted.get("nurse-1")).containsEntry(DAY, new Minutes(2880, 60, 0, 0, 0, 0));
    }

    @Test
    void tellsWhoDidNotComeWasCalledOffLateOrWasOverbooked() {
        Appointment missed = visit("a.1", 9, 0).after(VisitStep.NO_SHOW, null, RULES, signed(start(10)));
        Appointment late = visit("a.2", 11, 0).cancelled("ill", signed(start(11).minus(Duration.ofHours(23))));
        Appointment inTime =
                visit("a.3", 13, 0).cancelled("ill", signed(start(13).minus(Duration.ofHours(24))));
        Appointment overbooked = visit("a.4", 15, 1);

        assertThat(count(DAY, List.of(missed, late, inTime, overbooked), List.of())
                        .get("chair-1"))
                .containsEntry(DAY, new Minutes(1440, 0, 75, 0, 75, 75));
    }

    @Test
    void countsAsBlockedWhatIsClosedAndNotBooked() {
        Block closure = new Block(
                "k1",
                BlockKind.CLOSURE,
                "riverside",
                Quarters.starting(TimeGrid.quarterOf(start(9)), 8),
                List.of(),
                true,
                "training",
                Instant.EPOCH);

        var counted = count(DAY, List.of(visit("a.1", 9, 0)), List.of(closure));

        assertThat(counted.get("chair-1")).containsEntry(DAY, new Minutes(1440, 75, 0, 45, 0, 0));
        assertThat(counted.get("nurse-1")).containsEntry(DAY, new Minutes(2880, 60, 0, 180, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2027-03-14, 1380",
        "America/Los_Angeles, 2027-11-07, 1500",
        "Europe/London, 2027-03-28, 1380",
        "Asia/Kolkata, 2027-03-28, 1440",
        "Australia/Lord_Howe, 2027-04-04, 1470",
        "Australia/Lord_Howe, 2027-10-03, 1410"
    })
    void aDayIsAsLongAsItsClocksMakeIt(String zone, LocalDate date, long minutes) {
        ZoneId site = ZoneId.of(zone);
        Quarters window = window(date, site);
        QuarterSet always = QuarterSet.of(window, List.of(window));

        assertThat(Utilisation.of(
                                window,
                                site,
                                always,
                                List.of(new Bookable("chair-1", "CHAIR", Set.of(), 1, 0, always)),
                                List.of(),
                                List.of())
                        .get("chair-1"))
                .containsOnly(Map.entry(date, new Minutes(minutes, 0, 0, 0, 0, 0)));
    }

    @Test
    void gapsAreWhatIsOpenAndOnDutyAndFree() {
        Quarters window = window(DAY, ZONE);
        long nine = TimeGrid.quarterOf(start(9));
        QuarterSet open = QuarterSet.of(window, List.of(new Quarters(nine, nine + 16)));
        Bookable chair = new Bookable("chair-1", "CHAIR", Set.of(), 1, 1, QuarterSet.of(window, List.of(window)));
        Occupancy occupancy =
                Occupancy.of(window, List.of()).with(visit("a.1", 10, 0).phases());

        assertThat(Gaps.of(chair, open, occupancy, window))
                .containsExactly(new Quarters(nine, nine + 4), new Quarters(nine + 9, nine + 16));
    }

    private static Map<String, Map<LocalDate, Minutes>> count(
            LocalDate date, List<Appointment> visits, List<Block> blocks) {
        Quarters window = window(date, ZONE);
        QuarterSet always = QuarterSet.of(window, List.of(window));
        return Utilisation.of(
                window,
                ZONE,
                always,
                List.of(
                        new Bookable("chair-1", "CHAIR", Set.of(), 1, 1, always),
                        new Bookable("nurse-1", "NURSE", Set.of(), 2, 1, always)),
                visits,
                blocks);
    }

    private static Appointment visit(String id, int hour, int chairLane) {
        long from = TimeGrid.quarterOf(start(hour));
        return Appointment.booked(
                id,
                List.of(
                        new ReservedPhase(
                                "ADMINISTRATION",
                                Quarters.starting(from, 4),
                                true,
                                List.of(new Reservation("chair-1", chairLane), new Reservation("nurse-1", 0))),
                        new ReservedPhase(
                                "TURNOVER",
                                Quarters.starting(from + 4, 1),
                                false,
                                List.of(new Reservation("chair-1", chairLane)))));
    }

    private static Instant start(int hour) {
        return DAY.atTime(hour, 0).atZone(ZONE).toInstant();
    }

    private static Quarters window(LocalDate date, ZoneId zone) {
        return Quarters.covering(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Signature signed(Instant at) {
        return new Signature(at, "ana");
    }
}

package io.dendrite.scheduling.clinic.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A nurse who works mornings, afternoons in July, and not at all from December on. */
class RosterTest {

    private static final WeeklyHours MORNINGS = monday("08:00", "12:00");
    private static final WeeklyHours AFTERNOONS = monday("13:00", "17:00");
    private static final Roster JULY = new Roster(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 7, 31), AFTERNOONS);
    private static final Roster GONE = new Roster(LocalDate.of(2027, 12, 1), null, WeeklyHours.NONE);

    @ParameterizedTest
    @CsvSource({
        "2027-06-30, MORNINGS",
        "2027-07-01, AFTERNOONS",
        "2027-07-31, AFTERNOONS",
        "2027-08-01, MORNINGS",
        "2027-11-30, MORNINGS",
        "2027-12-01, NONE",
        "2031-01-01, NONE"
    })
    void holdsFromItsFirstDateToItsLast(LocalDate date, String hours) {
        assertThat(nurse(MORNINGS, JULY, GONE).hoursOn(date))
                .contains(Map.of("MORNINGS", MORNINGS, "AFTERNOONS", AFTERNOONS, "NONE", WeeklyHours.NONE)
                        .get(hours));
    }

    @Test
    void leavesTheSitesHoursWhereNothingElseIsSaid() {
        assertThat(nurse(null, JULY).hoursOn(LocalDate.of(2027, 6, 30))).isEmpty();
        assertThat(nurse(null, JULY).hoursOn(LocalDate.of(2027, 7, 5))).contains(AFTERNOONS);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-07-31, 2027-08-31, true",
        "2027-06-01, 2027-07-01, true",
        "2027-06-01,           , true",
        "2027-07-10, 2027-07-12, true",
        "2027-08-01, 2027-08-31, false",
        "2027-06-01, 2027-06-30, false",
        "2027-08-01,           , false"
    })
    void oneHoldsOnADate(LocalDate from, LocalDate to, boolean refused) {
        Map<String, String> violations = RosterRules.violations(List.of(JULY, new Roster(from, to, MORNINGS)));

        assertThat(violations.containsKey("[1].validFrom")).isEqualTo(refused);
        assertThat(violations).hasSize(refused ? 1 : 0);
    }

    @Test
    void endsAfterItBeginsAndHasHoursInOrder() {
        Roster wrong = new Roster(LocalDate.of(2027, 7, 2), LocalDate.of(2027, 7, 1), monday("12:00", "08:10"));

        assertThat(RosterRules.violations(List.of(wrong)))
                .containsOnlyKeys("[0].validTo", "[0].workingHours.MONDAY[0].to");
    }

    private static Resource nurse(WeeklyHours usual, Roster... rosters) {
        return new Resource(
                "riverside", "nurse-1", ResourceKind.NURSE, "Ana", Set.of(), 3, 1, usual, List.of(rosters), 1);
    }

    private static WeeklyHours monday(String from, String to) {
        return new WeeklyHours(
                Map.of(DayOfWeek.MONDAY, List.of(new Hours(LocalTime.parse(from), LocalTime.parse(to)))));
    }
}

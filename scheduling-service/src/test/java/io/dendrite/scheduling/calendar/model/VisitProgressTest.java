package io.dendrite.scheduling.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How late a visit is, when it will end, and when its patient is given up. Planned from 17:00 to 19:00 UTC. */
class VisitProgressTest {

    private static final Instant START = Instant.parse("2027-03-08T17:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final VisitRules RULES = new VisitRules(ZoneId.of("UTC"), false, Duration.ZERO);

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({"17:29:59, 30, false", "17:30:00, 30, true", "17:04:59, 5, false", "17:05:00, 5, true"})
    void aMissingPatientIsGivenUpAfterAWhile(String time, long minutes, boolean proposed) {
        VisitProgress progress = VisitProgress.of(visit(), Duration.ofMinutes(minutes), at(time));

        assertThat(progress).isEqualTo(new VisitProgress(null, null, false, proposed));
    }

    @ParameterizedTest(name = "arrived at {0}")
    @CsvSource({"16:40, 0, 19:00, false", "17:00, 0, 19:00, false", "17:10, 10, 19:10, true", "18:30, 90, 20:30, true"})
    void whoComesLateLeavesLate(String arrived, long late, String end, boolean overruns) {
        VisitProgress progress =
                VisitProgress.of(after(visit(), VisitStep.ARRIVE, arrived), HALF_AN_HOUR, at("18:30:00"));

        assertThat(progress).isEqualTo(new VisitProgress(late, at(end + ":00"), overruns, false));
    }

    @Test
    void eachStepMakesTheEndMoreCertain() {
        Appointment visit = after(visit(), VisitStep.ARRIVE, "17:10");

        visit = after(visit, VisitStep.START, "17:30");
        assertThat(end(visit)).isEqualTo(at("19:30:00"));
        visit = after(visit, VisitStep.OBSERVE, "18:05");
        assertThat(end(visit)).isEqualTo(at("19:05:00"));
        visit = after(visit, VisitStep.DISCHARGE, "19:00");
        assertThat(VisitProgress.of(visit, HALF_AN_HOUR, at("20:00:00")))
                .isEqualTo(new VisitProgress(10L, null, false, false));
    }

    @Test
    void anArrivalThatWasTakenBackIsNoArrival() {
        Appointment visit = after(visit(), VisitStep.ARRIVE, "17:10")
                .undone("another patient", RULES, new Signature(at("17:11:00"), "ana"));

        assertThat(VisitProgress.of(visit, HALF_AN_HOUR, at("17:40:00")))
                .isEqualTo(new VisitProgress(null, null, false, true));
    }

    private static Instant end(Appointment visit) {
        return VisitProgress.of(visit, HALF_AN_HOUR, at("18:00:00")).expectedEnd();
    }

    private static Appointment visit() {
        long first = TimeGrid.quarterOf(START);
        return Appointment.booked(
                "b1.1",
                List.of(
                        new ReservedPhase("ADMINISTRATION", Quarters.starting(first, 4), true, List.of()),
                        new ReservedPhase("OBSERVATION", Quarters.starting(first + 4, 4), true, List.of()),
                        new ReservedPhase("TURNOVER", Quarters.starting(first + 8, 1), false, List.of())));
    }

    private static Appointment after(Appointment visit, VisitStep step, String time) {
        return visit.after(step, null, RULES, new Signature(at(time + ":00"), "ana"));
    }

    private static Instant at(String time) {
        return Instant.parse("2027-03-08T" + time + "Z");
    }
}

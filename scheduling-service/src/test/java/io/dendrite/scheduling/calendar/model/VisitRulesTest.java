package io.dendrite.scheduling.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dendrite.scheduling.calendar.model.VisitStepException.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which step may follow which, when, and on what condition. */
class VisitRulesTest {

    private static final Instant START = Instant.parse("2027-03-08T17:00:00Z");
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final VisitRules RULES = new VisitRules(ZoneId.of("America/Los_Angeles"), true, TWO_HOURS);

    /** The steps that lead to each status. */
    private static final Map<AppointmentStatus, List<VisitStep>> WAYS = Map.of(
            AppointmentStatus.BOOKED, List.of(),
            AppointmentStatus.ARRIVED, List.of(VisitStep.ARRIVE),
            AppointmentStatus.IN_TREATMENT, List.of(VisitStep.ARRIVE, VisitStep.START),
            AppointmentStatus.OBSERVATION, List.of(VisitStep.ARRIVE, VisitStep.START, VisitStep.OBSERVE),
            AppointmentStatus.FULFILLED,
                    List.of(VisitStep.ARRIVE, VisitStep.START, VisitStep.OBSERVE, VisitStep.DISCHARGE),
            AppointmentStatus.NO_SHOW, List.of(VisitStep.NO_SHOW));

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @CsvSource({
        "BOOKED,       ARRIVE,    ARRIVED",
        "BOOKED,       START,",
        "BOOKED,       OBSERVE,",
        "BOOKED,       DISCHARGE,",
        "BOOKED,       NO_SHOW,   NO_SHOW",
        "ARRIVED,      ARRIVE,    ARRIVED",
        "ARRIVED,      START,     IN_TREATMENT",
        "ARRIVED,      OBSERVE,",
        "ARRIVED,      DISCHARGE,",
        "ARRIVED,      NO_SHOW,",
        "IN_TREATMENT, ARRIVE,",
        "IN_TREATMENT, START,     IN_TREATMENT",
        "IN_TREATMENT, OBSERVE,   OBSERVATION",
        "IN_TREATMENT, DISCHARGE,",
        "IN_TREATMENT, NO_SHOW,",
        "OBSERVATION,  ARRIVE,",
        "OBSERVATION,  START,",
        "OBSERVATION,  OBSERVE,   OBSERVATION",
        "OBSERVATION,  DISCHARGE, FULFILLED",
        "OBSERVATION,  NO_SHOW,",
        "FULFILLED,    ARRIVE,",
        "FULFILLED,    START,",
        "FULFILLED,    OBSERVE,",
        "FULFILLED,    DISCHARGE, FULFILLED",
        "FULFILLED,    NO_SHOW,",
        "NO_SHOW,      ARRIVE,",
        "NO_SHOW,      START,",
        "NO_SHOW,      OBSERVE,",
        "NO_SHOW,      DISCHARGE,",
        "NO_SHOW,      NO_SHOW,   NO_SHOW"
    })
    void stepsFollowEachOther(AppointmentStatus from, VisitStep step, AppointmentStatus to) {
        Appointment visit = standing(from);
        Instant later = START.plus(Duration.ofHours(6));

        if (to == null) {
            assertRefused(visit, step, later, Why.NOT_NOW);
        } else {
            Appointment after = take(visit, step, later);
            assertThat(after.status()).isEqualTo(to);
            assertThat(after.transitions()).hasSize(visit.transitions().size() + (from == to ? 0 : 1));
        }
    }

    @Test
    void aCancelledVisitTakesNoStep() {
        Appointment cancelled = standing(AppointmentStatus.BOOKED).cancelled("ill", signed(START));

        for (VisitStep step : VisitStep.values()) {
            assertRefused(cancelled, step, START, Why.NOT_NOW);
        }
        assertThatExceptionOfType(VisitStepException.class)
                .isThrownBy(() -> cancelled.undone("mistake", RULES, signed(START)));
        assertThat(cancelled.transitions())
                .containsExactly(
                        new Transition(AppointmentStatus.BOOKED, AppointmentStatus.CANCELLED, START, "ana", null));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "ARRIVE,  2027-03-07T23:59:59-08:00, false",
        "ARRIVE,  2027-03-08T00:00:00-08:00, true",
        "ARRIVE,  2027-03-08T13:00:00-08:00, true",
        "NO_SHOW, 2027-03-08T08:59:59-08:00, false",
        "NO_SHOW, 2027-03-08T09:00:00-08:00, true",
        "NO_SHOW, 2027-03-11T12:15:00-08:00, true",
        "NO_SHOW, 2027-03-11T12:15:01-08:00, false"
    })
    void stepsHaveTheirTime(VisitStep step, String at, boolean allowed) {
        Instant when = OffsetDateTime.parse(at).toInstant();
        Appointment visit = standing(AppointmentStatus.BOOKED);

        if (allowed) {
            assertThat(take(visit, step, when).status()).isEqualTo(step.target());
        } else {
            assertRefused(visit, step, when, Why.NOT_NOW);
        }
    }

    @Test
    void nobodyIsDischargedBeforeTheMinimumOfObservation() {
        Appointment observed = standing(AppointmentStatus.OBSERVATION);
        Instant began =
                observed.lastStepTo(AppointmentStatus.OBSERVATION).orElseThrow().at();

        assertRefused(observed, VisitStep.DISCHARGE, began.plus(TWO_HOURS).minusMillis(1), Why.OBSERVATION_TOO_SHORT);
        assertThat(take(observed, VisitStep.DISCHARGE, began.plus(TWO_HOURS)).status())
                .isEqualTo(AppointmentStatus.FULFILLED);
    }

    @Test
    void anObservationThatIsBegunAnewIsCountedAnew() {
        Appointment again = standing(AppointmentStatus.OBSERVATION)
                .undone("infusion goes on", RULES, signed(START.plus(Duration.ofHours(2))))
                .after(VisitStep.OBSERVE, null, RULES, signed(START.plus(Duration.ofHours(3))));

        assertRefused(again, VisitStep.DISCHARGE, START.plus(Duration.ofHours(4)), Why.OBSERVATION_TOO_SHORT);
        // To take a discharge back and repeat it is no new observation.
        Appointment out = take(again, VisitStep.DISCHARGE, START.plus(Duration.ofHours(5)))
                .undone("still dizzy", RULES, signed(START.plus(Duration.ofHours(5))));
        assertThat(take(out, VisitStep.DISCHARGE, START.plus(Duration.ofHours(5)))
                        .status())
                .isEqualTo(AppointmentStatus.FULFILLED);
    }

    @Test
    void dischargeAsksForTheEscortThatWasRecordedBefore() {
        Appointment observed = standing(AppointmentStatus.OBSERVATION);
        Signature late = signed(START.plus(Duration.ofHours(6)));

        assertThatExceptionOfType(VisitStepException.class)
                .isThrownBy(() -> observed.after(VisitStep.DISCHARGE, null, RULES, late))
                .matches(refusal -> refusal.why() == Why.NO_ESCORT);
        Appointment escorted = observed.after(VisitStep.OBSERVE, "Sister", RULES, late);
        assertThat(escorted.transitions()).isEqualTo(observed.transitions());
        assertThat(escorted.after(VisitStep.DISCHARGE, null, RULES, late)
                        .notes()
                        .escort())
                .isEqualTo("Sister");
    }

    @Test
    void aVisitWithoutObservationEndsAfterTheTreatment() {
        Appointment consultation = Appointment.booked("b1.1", List.of(phase("ADMINISTRATION", START, 4)));
        Appointment treated = consultation
                .after(VisitStep.ARRIVE, null, RULES, signed(START))
                .after(VisitStep.START, null, RULES, signed(START));

        assertRefused(treated, VisitStep.OBSERVE, START, Why.NOT_NOW);
        assertThat(take(treated, VisitStep.DISCHARGE, START).status()).isEqualTo(AppointmentStatus.FULFILLED);
    }

    @Test
    void undoGoesBackStepByStepAndKeepsAllOnRecord() {
        Appointment visit = standing(AppointmentStatus.FULFILLED);
        for (AppointmentStatus expected : List.of(
                AppointmentStatus.OBSERVATION,
                AppointmentStatus.IN_TREATMENT,
                AppointmentStatus.ARRIVED,
                AppointmentStatus.BOOKED)) {
            visit = visit.undone("wrong patient", RULES, signed(START.plus(Duration.ofHours(6))));
            assertThat(visit.status()).isEqualTo(expected);
        }
        Appointment booked = visit;
        assertThat(booked.transitions()).hasSize(8);
        assertThat(booked.transitions().subList(4, 8))
                .extracting(Transition::reason)
                .containsOnly("wrong patient");
        assertThatExceptionOfType(VisitStepException.class)
                .isThrownBy(() -> booked.undone("again", RULES, signed(START)));
    }

    @Test
    void whoDidNotComeHoldsNothingUntilThatIsTakenBack() {
        Appointment missed = standing(AppointmentStatus.NO_SHOW);
        Appointment back = missed.undone("was in the other room", RULES, signed(START));

        assertThat(missed.claims()).isEmpty();
        assertThat(missed.patientClaims("p1")).isEmpty();
        assertThat(back.claims())
                .containsExactlyElementsOf(
                        standing(AppointmentStatus.BOOKED).claims().toList());
        assertThat(standing(AppointmentStatus.FULFILLED).claims()).isNotEmpty();
    }

    private static Appointment standing(AppointmentStatus status) {
        Appointment visit = Appointment.booked(
                "b1.1",
                List.of(phase("ADMINISTRATION", START, 4), phase("OBSERVATION", START.plus(Duration.ofHours(1)), 9)));
        int minutes = 0;
        for (VisitStep step : WAYS.get(status)) {
            // Three hours lie between the beginning of observation and the discharge.
            minutes += step == VisitStep.DISCHARGE ? 180 : 20;
            visit = take(visit, step, START.plus(Duration.ofMinutes(minutes)), step == VisitStep.DISCHARGE);
        }
        return visit;
    }

    private static ReservedPhase phase(String name, Instant start, int quarters) {
        return new ReservedPhase(
                name,
                Quarters.starting(TimeGrid.quarterOf(start), quarters),
                true,
                List.of(new Reservation("chair-1", 0)));
    }

    private static Appointment take(Appointment visit, VisitStep step, Instant at) {
        return take(visit, step, at, step == VisitStep.DISCHARGE);
    }

    private static Appointment take(Appointment visit, VisitStep step, Instant at, boolean escorted) {
        return visit.after(step, escorted ? "Sister" : null, RULES, signed(at));
    }

    private static void assertRefused(Appointment visit, VisitStep step, Instant at, Why why) {
        assertThatExceptionOfType(VisitStepException.class)
                .isThrownBy(() -> take(visit, step, at, true))
                .matches(refusal -> refusal.why() == why);
    }

    private static Signature signed(Instant at) {
        return new Signature(at, "ana");
    }
}

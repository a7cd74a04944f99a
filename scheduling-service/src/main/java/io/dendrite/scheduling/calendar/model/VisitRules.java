package io.dendrite.scheduling.calendar.model;

import io.dendrite.scheduling.calendar.model.VisitStepException.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a step of a visit may be taken: one after the other, on the day, and discharge only of who was observed long
 * enough and is taken home by somebody, where the treatment asks that. Nobody can override the last two.
 *
 * @param zone of the site
 * @param escortRequired whether somebody must take the patient home
 * @param minimumObservation how long observation lasts at least, from its beginning
 */
public record VisitRules(ZoneId zone, boolean escortRequired, Duration minimumObservation) {

    /** How long after a visit its steps can still be reported or taken back. */
    public static final Duration RECORD_STAYS_OPEN = Duration.ofDays(3);

    /**
     * Whether a step may be taken.
     *
     * @param escort who takes the patient home, as far as known by then
     * @throws VisitStepException when not
     */
    void check(Appointment appointment, VisitStep step, @Nullable String escort, Instant now) {
        checkOpen(appointment, now);
        checkOrder(appointment, step.target());
        switch (step) {
            case ARRIVE -> checkDay(appointment, now);
            case NO_SHOW -> {
                if (now.isBefore(appointment.start())) {
                    throw notNow("The appointment begins at " + local(appointment.start())
                            + ": before that nobody can have missed it.");
                }
            }
            case DISCHARGE -> checkDischarge(appointment, escort, now);
            case START, OBSERVE -> {}
        }
    }

    /**
     * Whether the steps of a visit can still be changed.
     *
     * @throws VisitStepException when it is too long ago
     */
    void checkOpen(Appointment appointment, Instant now) {
        if (now.isAfter(appointment.end().plus(RECORD_STAYS_OPEN))) {
            throw notNow("The visit was over " + RECORD_STAYS_OPEN.toDays() + " days ago: its record is closed.");
        }
    }

    private static void checkOrder(Appointment appointment, AppointmentStatus target) {
        AppointmentStatus status = appointment.status();
        if (!status.next().contains(target)) {
            String next = status.next().isEmpty()
                    ? "nothing can follow"
                    : "what can follow is "
                            + status.next().stream().map(Enum::name).collect(Collectors.joining(" or "));
            throw notNow("The appointment is " + status + ": it cannot become " + target + "; " + next + ".");
        }
        if (target == AppointmentStatus.OBSERVATION && !appointment.hasObservation()) {
            throw notNow("The visit has no observation: it can be discharged.");
        }
        if (status == AppointmentStatus.IN_TREATMENT
                && target == AppointmentStatus.FULFILLED
                && appointment.hasObservation()) {
            throw notNow("The visit has an observation, which comes before the discharge.");
        }
    }

    private void checkDay(Appointment appointment, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = appointment.start().atZone(zone).toLocalDate();
        if (today.isBefore(day)) {
            throw notNow("The appointment is on " + day + ": a patient who comes on another day needs it moved.");
        }
    }

    private void checkDischarge(Appointment appointment, @Nullable String escort, Instant now) {
        if (escortRequired && escort == null) {
            throw new VisitStepException(Why.NO_ESCORT, "The treatment asks that somebody takes the patient home.");
        }
        Instant earliest = appointment
                .lastStepTo(AppointmentStatus.OBSERVATION)
                .map(began -> began.at().plus(minimumObservation))
                .orElse(now);
        if (now.isBefore(earliest)) {
            throw new VisitStepException(
                    Why.OBSERVATION_TOO_SHORT,
                    "Observation lasts at least " + minimumObservation.toMinutes()
                            + " minutes: the patient can be discharged from " + local(earliest) + ".");
        }
    }

    private String local(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime().toString();
    }

    private static VisitStepException notNow(String message) {
        return new VisitStepException(Why.NOT_NOW, message);
    }
}

package io.dendrite.scheduling.calendar.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a visit goes against its plan, derived from the times of its steps.
 *
 * @param lateMinutes how late the patient came, in whole minutes; null while that is not known
 * @param expectedEnd when the patient will leave as it looks now; null of a visit that is not under way
 * @param overruns whether that is later than planned, so that whoever comes next may have to wait
 * @param noShowProposed whether the patient should have come so long ago that the visit may be given up
 */
public record VisitProgress(
        @Nullable Long lateMinutes, @Nullable Instant expectedEnd, boolean overruns, boolean noShowProposed) {

    /**
     * The progress at a moment.
     *
     * @param noShowAfter how long after the start a missing patient is proposed as a no-show
     */
    public static VisitProgress of(Appointment appointment, Duration noShowAfter, Instant now) {
        Instant end = expectedEnd(appointment);
        return new VisitProgress(
                lateMinutes(appointment),
                end,
                end != null && end.isAfter(appointment.end()),
                appointment.status() == AppointmentStatus.BOOKED
                        && !now.isBefore(appointment.start().plus(noShowAfter)));
    }

    private static @Nullable Long lateMinutes(Appointment appointment) {
        return appointment.status() == AppointmentStatus.BOOKED
                ? null
                : appointment
                        .lastStepTo(AppointmentStatus.ARRIVED)
                        .map(arrival -> Math.max(
                                0,
                                Duration.between(appointment.start(), arrival.at())
                                        .toMinutes()))
                        .orElse(null);
    }

    private static @Nullable Instant expectedEnd(Appointment appointment) {
        return switch (appointment.status()) {
            // Who comes early waits; who comes late moves all that follows.
            case ARRIVED ->
                appointment
                        .lastStepTo(AppointmentStatus.ARRIVED)
                        .map(arrival -> later(arrival.at(), appointment.start()))
                        .map(begins -> begins.plus(planned(appointment)))
                        .orElse(null);
            case IN_TREATMENT ->
                appointment
                        .lastStepTo(AppointmentStatus.IN_TREATMENT)
                        .map(begun -> begun.at().plus(planned(appointment)))
                        .orElse(null);
            case OBSERVATION ->
                appointment
                        .lastStepTo(AppointmentStatus.OBSERVATION)
                        .map(begun -> begun.at().plus(appointment.plannedObservation()))
                        .orElse(null);
            case BOOKED, FULFILLED, CANCELLED, NO_SHOW -> null;
        };
    }

    private static Duration planned(Appointment appointment) {
        return Duration.between(appointment.start(), appointment.end());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentStatus;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls off what is left of a booking: all its places are free with the same write. */
@Component
public class CancelRest {

    private final ChangeBooking changes;
    private final Clock clock;

    CancelRest(ChangeBooking changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Cancels.
     *
     * @param reason why, for the clinic's eyes only
     * @param fromAppointmentId the first to be called off; null for all that are still to come
     * @param ifMatch the version that the front desk has seen; null to cancel whatever is there
     * @return the booking after it
     * @throws ProblemException 404 for an unknown booking, 400 for an appointment that is not of it, 409 when nothing is
     *     left that could be called off, 412 when it is another version
     */
    public Booking cancel(
            String bookingId, String reason, @Nullable String fromAppointmentId, @Nullable String ifMatch) {
        return changes.change(bookingId, ifMatch, booking -> plan(booking, reason, fromAppointmentId));
    }

    private BookingChange plan(Booking booking, String reason, @Nullable String fromAppointmentId) {
        Predicate<Appointment> rest = rest(booking, fromAppointmentId);
        List<String> ids = booking.appointments().stream()
                .filter(appointment -> appointment.status() == AppointmentStatus.BOOKED)
                .filter(rest)
                .map(Appointment::id)
                .toList();
        if (ids.isEmpty()) {
            throw ProblemException.conflict(
                    ProblemType.ILLEGAL_STATUS, "Nothing of the booking is left that could be cancelled.");
        }
        return BookingChange.cancelling(ids, reason);
    }

    /** What is under way is called off only by name. */
    private Predicate<Appointment> rest(Booking booking, @Nullable String fromAppointmentId) {
        Instant now = clock.instant();
        if (fromAppointmentId == null) {
            return appointment -> appointment.start().isAfter(now);
        }
        Instant from = booking.appointment(fromAppointmentId)
                .map(Appointment::start)
                .orElseThrow(() -> ProblemException.invalid(
                        "fromAppointmentId", "must be the id of an appointment of the booking"));
        return appointment ->
                appointment.end().isAfter(now) && !appointment.start().isBefore(from);
    }
}

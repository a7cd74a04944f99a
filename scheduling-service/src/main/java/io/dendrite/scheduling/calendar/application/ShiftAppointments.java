package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentStatus;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.calendar.model.WallClockShift;
import io.dendrite.scheduling.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves an appointment of a booking and all that follow it by the same distance on the wall clock of the site. */
@Component
public class ShiftAppointments {

    private final ChangeBooking changes;
    private final BookingFile file;
    private final Clock clock;

    ShiftAppointments(ChangeBooking changes, BookingFile file, Clock clock) {
        this.changes = changes;
        this.file = file;
        this.clock = clock;
    }

    /**
     * How far to move; exactly one of the last two is there.
     *
     * @param fromAppointmentId the first appointment that moves
     * @param days whole days, at the same time of day; negative for earlier
     * @param start where the first comes to lie, as a visit's start
     */
    public record Request(
            String fromAppointmentId,
            @Nullable Integer days,
            @Nullable String start) {

        String field() {
            return start == null ? "days" : "start";
        }
    }

    /**
     * Shifts.
     *
     * @param ifMatch the version that the front desk has seen; null to shift whatever is there
     * @return the booking after the shift
     * @throws ProblemException 404 for an unknown booking, 400 for a shift that cannot be meant, 409 when the first
     *     appointment is not BOOKED, 409 or 422 naming the appointment whose new start cannot be had, 412 when it is
     *     another version; nothing is changed then
     */
    public Booking shift(String bookingId, Request request, @Nullable String ifMatch) {
        return changes.change(bookingId, ifMatch, booking -> plan(booking, request));
    }

    private BookingChange plan(Booking booking, Request request) {
        if (booking.appointment(request.fromAppointmentId()).isEmpty()) {
            throw ProblemException.invalid("fromAppointmentId", "must be the id of an appointment of the booking");
        }
        Appointment first = file.open(booking, request.fromAppointmentId(), "moved");
        ZoneId zone = file.siteOf(booking).timeZone();
        WallClockShift shift = shift(request, first, zone);
        return BookingChange.of(booking.appointments().stream()
                .filter(appointment -> appointment.status() == AppointmentStatus.BOOKED)
                .filter(appointment ->
                        appointment.equals(first) || appointment.start().isAfter(first.start()))
                .map(appointment -> new BookingChange.Move(
                        appointment.id(), shifted(request, appointment, shift), List.of(), request.field()))
                .toList());
    }

    private WallClockShift shift(Request request, Appointment first, ZoneId zone) {
        String start = request.start();
        Integer days = request.days();
        if ((start == null) == (days == null)) {
            throw ProblemException.invalid("days", "must be given, or start instead, and not both");
        }
        WallClockShift shift = start == null
                ? WallClockShift.ofDays(zone, days)
                : WallClockShift.between(
                        zone,
                        first.start(),
                        TimeGrid.startOf(StartTime.quarter("start", start, zone, clock.instant())));
        if (shift.distance().isZero()) {
            throw ProblemException.invalid(request.field(), "must be another time than the present one");
        }
        return shift;
    }

    private long shifted(Request request, Appointment appointment, WallClockShift shift) {
        Instant start = shift.of(appointment.start())
                .orElseThrow(() -> ProblemException.invalid(
                                request.field(),
                                "must not take an appointment to a time that the clocks of " + shift.zone() + " skip")
                        .with("appointmentId", appointment.id()));
        return StartTime.quarter(request.field(), start.toString(), shift.zone(), clock.instant());
    }
}

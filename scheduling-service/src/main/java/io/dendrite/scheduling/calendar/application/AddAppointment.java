package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentKind;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds a visit to a booking that was made before: one more session of the course, or a booster after it. */
@Component
public class AddAppointment {

    private final ChangeBooking changes;
    private final BookingFile file;
    private final Clock clock;

    AddAppointment(ChangeBooking changes, BookingFile file, Clock clock) {
        this.changes = changes;
        this.file = file;
        this.clock = clock;
    }

    /**
     * Adds.
     *
     * @param request the id of the request: what it has added is answered as it is, so that a repeated attempt adds once
     * @param ifMatch the version that the front desk has seen; null to add to whatever is there
     * @return the booking with the visit
     * @throws ProblemException 404 for an unknown booking, 400 for a start that cannot be meant, 409 or 422 with
     *     alternatives when it cannot be had, 412 when it is another version
     */
    public Booking add(
            String bookingId, String request, RequestedVisit visit, AppointmentKind kind, @Nullable String ifMatch) {
        Booking booking = file.booking(bookingId);
        if (booking.addedBy(request).isPresent()) {
            return booking;
        }
        return changes.change(bookingId, ifMatch, current -> plan(current, request, visit, kind));
    }

    private BookingChange plan(Booking booking, String request, RequestedVisit visit, AppointmentKind kind) {
        if (booking.addedBy(request).isPresent()) {
            return BookingChange.NONE;
        }
        if (booking.appointments().size() >= BookVisits.MOST_APPOINTMENTS) {
            throw ProblemException.conflict(
                    ProblemType.ILLEGAL_STATUS,
                    "The booking has " + BookVisits.MOST_APPOINTMENTS
                            + " appointments, the most it can have: book the visit by itself.");
        }
        long start =
                StartTime.quarter("start", visit.start(), file.siteOf(booking).timeZone(), clock.instant());
        if (kind == AppointmentKind.BOOSTER) {
            requireAfterTheCourse(booking, TimeGrid.startOf(start));
        }
        return BookingChange.of(List.of(new BookingChange.Addition(start, visit.resources(), "start", kind, request)));
    }

    private static void requireAfterTheCourse(Booking booking, Instant start) {
        List<Appointment> sessions = booking.liveSessions();
        if (!sessions.isEmpty()
                && start.isBefore(sessions.get(sessions.size() - 1).end())) {
            throw ProblemException.invalid("start", "must lie after the last session of the course for a booster");
        }
    }
}

package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.http.ETags;
import io.dendrite.scheduling.outbox.OutboxWake;
import io.dendrite.scheduling.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls one appointment off: its claims are free with the same write. */
@Component
public class CancelAppointment {

    private static final int TRIES = 10;

    private final Calendar calendar;
    private final BookingFile file;
    private final BookingEventFactory events;
    private final OutboxWake relay;
    private final Signatures signatures;

    CancelAppointment(
            Calendar calendar, BookingFile file, BookingEventFactory events, OutboxWake relay, Signatures signatures) {
        this.calendar = calendar;
        this.file = file;
        this.events = events;
        this.relay = relay;
        this.signatures = signatures;
    }

    /**
     * Cancels.
     *
     * @param reason why, for the clinic's eyes only
     * @param ifMatch the version that the front desk has seen; null to cancel whatever is there
     * @return the booking after the cancellation
     * @throws ProblemException 404 for an unknown appointment, 409 when it is not BOOKED, 412 when it is another version
     */
    public Booking cancel(String appointmentId, String reason, @Nullable String ifMatch) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Booking booking = file.bookingWith(appointmentId);
            if (ifMatch != null) {
                ETags.requireMatch(ifMatch, booking.version());
            }
            file.open(booking, appointmentId, "cancelled");
            Booking changed = booking.cancelled(appointmentId, reason, signatures.now());
            Appointment after = changed.appointment(appointmentId).orElseThrow();
            try {
                calendar.replace(
                        changed,
                        List.of(events.cancelled(changed, after, file.patientOf(booking), file.siteOf(booking))));
                relay.wake(changed.patientId());
                return changed;
            } catch (StaleEntryException e) {
                // Changed since it was read: look again.
            }
        }
        throw ProblemException.stale();
    }
}

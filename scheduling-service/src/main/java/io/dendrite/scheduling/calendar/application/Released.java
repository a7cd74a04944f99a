package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Signature;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Bookings as they would be if some appointments gave up their places: for looking only, never stored. */
final class Released {

    /** Nobody's: what is only looked at is never stored. */
    private static final Signature UNSIGNED = new Signature(Instant.EPOCH, "");

    private Released() {}

    /** A booking of which some BOOKED appointments hold nothing. */
    static Booking of(Booking booking, Collection<String> appointmentIds) {
        return booking.asOneChange(before -> {
            Booking rest = before;
            for (String id : appointmentIds) {
                rest = rest.cancelled(id, "", UNSIGNED);
            }
            return rest;
        });
    }

    /** A patient's bookings with one of them in the form given. */
    static List<Booking> in(List<Booking> bookings, Booking rest) {
        return bookings.stream()
                .map(booking -> booking.id().equals(rest.id()) ? rest : booking)
                .toList();
    }
}

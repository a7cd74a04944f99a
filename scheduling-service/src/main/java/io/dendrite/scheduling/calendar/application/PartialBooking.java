package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Booking;
import java.util.List;

/**
 * What came of a request that may be met in part.
 *
 * @param booking what was booked; the number of each appointment is its place in the request, from 1
 * @param refused what was not, in the order of the request
 */
public record PartialBooking(Booking booking, List<RefusedVisit> refused) {

    public PartialBooking {
        refused = List.copyOf(refused);
    }
}

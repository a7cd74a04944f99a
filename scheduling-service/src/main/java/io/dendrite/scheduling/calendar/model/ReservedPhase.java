package io.dendrite.scheduling.calendar.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A phase of an appointment with its time and all that is held for it.
 *
 * @param name how the clinic calls it
 * @param span when it is
 * @param withPatient whether the patient is there
 * @param reservations who and what is held, in the order of the phase's needs
 */
public record ReservedPhase(String name, Quarters span, boolean withPatient, List<Reservation> reservations) {

    public ReservedPhase {
        reservations = List.copyOf(reservations);
    }

    Stream<String> claims() {
        return reservations.stream().flatMap(reservation -> reservation.claims(span));
    }
}

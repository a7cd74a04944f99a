package io.dendrite.scheduling.calendar;

import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.Reservation;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.Signature;
import io.dendrite.scheduling.outbox.OutboxEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Bookings and their events in few words. */
public final class Bookings {

    /** When the tests happen, a full hour. */
    public static final Instant NOW = Instant.parse("2027-03-08T17:00:00Z");

    /** Somebody, at that moment. */
    public static final Signature SIGNED = new Signature(NOW, "somebody");

    private Bookings() {}

    /** A visit of an hour that holds one lane of one resource. */
    public static List<ReservedPhase> visit(String resource, int lane, long start) {
        return List.of(new ReservedPhase(
                "ADMINISTRATION", Quarters.starting(start, 4), true, List.of(new Reservation(resource, lane))));
    }

    /** A booking at the site riverside of visits in chair 1, each of an hour. */
    public static Booking inChair(String id, String patientId, long... starts) {
        return inResource(id, "riverside", patientId, "chair-1", starts);
    }

    /** The same anywhere. */
    public static Booking inResource(String id, String siteId, String patientId, String resource, long... starts) {
        return Booking.of(
                id,
                siteId,
                patientId,
                "iv-mood-2",
                NOW,
                IntStream.range(0, starts.length)
                        .mapToObj(number -> visit(resource, 0, starts[number]))
                        .toList());
    }

    /** A hold of ten minutes on the visits of a booking, by somebody in the first of their places. */
    public static Hold held(Booking visits, String heldBy) {
        return Hold.of(visits, Duration.ofMinutes(10), heldBy, 1, null);
    }

    /** An event of a patient. */
    public static OutboxEvent event(String patientId) {
        return new OutboxEvent(
                UUID.randomUUID().toString(),
                "io.dendrite.booking.confirmed.v1",
                "b1",
                patientId,
                NOW,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "{}");
    }
}

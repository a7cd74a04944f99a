package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Turns;
import io.dendrite.scheduling.outbox.OutboxWake;
import io.dendrite.scheduling.patient.application.Patients;
import io.dendrite.scheduling.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Books one visit, or all visits of a course: all of them or none, unless a part is asked for.
 *
 * <p>Resources are chosen on a picture of the calendar and then claimed in one write. If somebody was faster, the picture
 * is taken anew and others are chosen, up to {@value Turns#MOST} times.
 */
@Component
public class BookVisits {

    /** The most appointments of one booking. */
    public static final int MOST_APPOINTMENTS = 60;

    /** For how many refused visits of one request alternatives are looked for. */
    private static final int MOST_WITH_ALTERNATIVES = 10;

    private final ChooseVisits choice;
    private final Patients patients;
    private final Calendar calendar;
    private final BookingEventFactory events;
    private final OutboxWake relay;

    BookVisits(
            ChooseVisits choice, Patients patients, Calendar calendar, BookingEventFactory events, OutboxWake relay) {
        this.choice = choice;
        this.patients = patients;
        this.calendar = calendar;
        this.events = events;
        this.relay = relay;
    }

    /**
     * What is asked for.
     *
     * @param patientId who comes
     * @param siteId where
     * @param treatmentId what for
     * @param visits when, at least one
     * @param overbookReason why overflow lanes may be taken where ordinary ones do not suffice; null keeps to those
     */
    public record Request(
            String patientId,
            String siteId,
            String treatmentId,
            List<RequestedVisit> visits,
            @Nullable String overbookReason) {

        public Request {
            visits = List.copyOf(visits);
        }

        /** A request that keeps to the ordinary lanes. */
        public Request(String patientId, String siteId, String treatmentId, List<RequestedVisit> visits) {
            this(patientId, siteId, treatmentId, visits, null);
        }
    }

    /**
     * Books.
     *
     * @param id the id of the new booking; one that exists is answered as it is, so that a repeated attempt books once
     * @throws ProblemException 400 naming the field that is wrong; 409 or 422 with alternatives when a start cannot be had
     */
    public Booking book(String id, Request request) {
        return book(id, request, true);
    }

    /**
     * Books, and has the patient told or not: whoever brings in what was booked elsewhere does not tell it again.
     *
     * @throws ProblemException as without the choice
     */
    public Booking book(String id, Request request, boolean tell) {
        try {
            return book(choice.resolve(id, request), tell, (number, problem) -> {
                throw problem.get();
            });
        } catch (ProblemException refusal) {
            // An attempt before may have booked just now, or when the start was still to come: that stands.
            return calendar.booking(id).orElseThrow(() -> refusal);
        }
    }

    /**
     * Looks whether it could be booked now, and does not.
     *
     * @throws ProblemException as {@link #book(String, Request)}
     */
    public void check(String id, Request request) {
        VisitOrder order = choice.resolve(id, request);
        choice.choose(order, calendar.commitmentsOf(order.patient().id()), 0, (number, problem) -> {
            throw problem.get();
        });
    }

    /**
     * Books those of the visits that can be had.
     *
     * @param id as for {@link #book}
     * @throws ProblemException 400 naming the field that is wrong; 409 when no start can be had
     */
    public PartialBooking bookPartly(String id, Request request) {
        VisitOrder order = choice.resolve(id, request);
        SortedMap<Integer, RefusedVisit> refused = new TreeMap<>();
        Booking booking;
        try {
            // Alternatives are a search each; who is refused more often needs another plan.
            booking = book(
                    order,
                    true,
                    (number, problem) -> refused.computeIfAbsent(
                            number,
                            unknown -> order.refused(
                                    unknown,
                                    refused.size() < MOST_WITH_ALTERNATIVES ? problem.get() : order.taken(unknown))));
        } catch (ProblemException e) {
            booking = calendar.booking(id).orElseThrow(() -> e.with("refused", List.copyOf(refused.values())));
        }
        Set<Integer> booked = booking.numbers();
        return new PartialBooking(
                booking,
                IntStream.range(0, order.starts().size())
                        .filter(number -> !booked.contains(number + 1))
                        .mapToObj(number -> refused.computeIfAbsent(
                                number, unknown -> order.refused(unknown, order.taken(unknown))))
                        .toList());
    }

    private Booking book(VisitOrder order, boolean tell, ChooseVisits.OnRefusal onRefusal) {
        String patientId = order.patient().id();
        for (int turn = 0; turn < Turns.MOST; turn++) {
            List<Booking> known = calendar.commitmentsOf(patientId);
            Optional<Booking> made = known.stream()
                    .filter(booking -> booking.id().equals(order.id()))
                    .findFirst();
            if (made.isPresent()) {
                // By an attempt before, whose answer was lost.
                return made.get();
            }
            Booking booking = choice.choose(order, known, Turns.of(order.id(), turn), onRefusal);
            if (!order.patient().isKnownAt(order.site().id())) {
                // Not before it is known that there is a place, and not after: the site must see whom its booking is
                // for.
                patients.knownAt(patientId, order.site().id());
            }
            try {
                calendar.add(
                        booking, tell ? List.of(events.confirmed(booking, order.patient(), order.site())) : List.of());
                relay.wake(booking.patientId());
                return booking;
            } catch (EntryExistsException e) {
                return calendar.booking(order.id()).orElseThrow(() -> e);
            } catch (ClaimTakenException e) {
                // Somebody was faster: look again.
            }
        }
        throw choice.refuse(order, Picture.Refusal.TAKEN, 0, calendar.commitmentsOf(patientId));
    }
}

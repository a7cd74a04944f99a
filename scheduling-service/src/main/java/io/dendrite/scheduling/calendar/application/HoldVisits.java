package io.dendrite.scheduling.calendar.application;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.Caller;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.calendar.model.Turns;
import io.dendrite.scheduling.outbox.OutboxWake;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds places for visits that are not yet booked: the same rules, the same choice and the same lock as a booking. */
@Component
public class HoldVisits {

    private final ChooseVisits visits;
    private final Calendar calendar;
    private final Holds holds;
    private final HoldFile file;
    private final HoldSettings settings;
    private final BookingEventFactory events;
    private final OutboxWake relay;
    private final CurrentCaller caller;

    HoldVisits(
            ChooseVisits visits,
            Calendar calendar,
            Holds holds,
            HoldFile file,
            HoldSettings settings,
            BookingEventFactory events,
            OutboxWake relay,
            CurrentCaller caller) {
        this.visits = visits;
        this.calendar = calendar;
        this.holds = holds;
        this.file = file;
        this.settings = settings;
        this.events = events;
        this.relay = relay;
        this.caller = caller;
    }

    /**
     * For whom places are held, and how long.
     *
     * @param until when it ends, told from when it is made; extending makes it last twice as long
     * @param heldBy the actor
     * @param counted whether it takes one of the actor's places
     * @param waitlistEntry the entry of the waiting list that it is an offer to; null when it is none
     */
    public record Terms(
            UnaryOperator<Instant> until,
            String heldBy,
            boolean counted,
            @Nullable String waitlistEntry) {

        /** An offer of the service itself, which may make any number, but one at a time to an entry. */
        public static Terms ofOffer(String waitlistEntry, Instant until) {
            return new Terms(made -> until, "waitlist", false, waitlistEntry);
        }

        /** A hold of some actor for so long. */
        static Terms of(String actor, Duration lasts) {
            return new Terms(made -> made.plus(lasts), actor, true, null);
        }
    }

    /**
     * Holds places for the current caller.
     *
     * @param id the id of the new hold; one that stands is answered as it is, so that a repeated attempt holds once
     * @param minutes how long; null for as long as is usual
     * @throws ProblemException as {@link BookVisits#book}; 409 when the caller holds as much as they can, or when the hold
     *     was made before and is over
     */
    public Hold hold(String id, BookVisits.Request request, @Nullable Integer minutes) {
        String actor = caller.get().map(Caller::actor).orElseThrow();
        Duration lasts = Duration.ofMinutes(minutes == null ? settings.defaultMinutes() : minutes);
        return hold(id, request, Terms.of(actor, lasts));
    }

    /**
     * Holds places.
     *
     * @throws ProblemException as for the current caller; 409 when the entry of the waiting list has an open offer
     */
    public Hold hold(String id, BookVisits.Request request, Terms terms) {
        VisitOrder order = visits.resolve(id, request);
        for (int turn = 0; turn < Turns.MOST; turn++) {
            Hold made = holds.hold(id).orElse(null);
            if (made != null) {
                // By an attempt before, whose answer was lost.
                return made;
            }
            requireNoOffer(terms);
            int place = terms.counted() ? freePlace(terms.heldBy(), Math.floorMod(id.hashCode(), 97) + turn) : 0;
            List<Booking> known = calendar.commitmentsOf(order.patient().id());
            Booking booking = visits.choose(order, known, Turns.of(id, turn), (number, problem) -> {
                throw problem.get();
            });
            Hold hold = Hold.of(
                    booking,
                    Duration.between(booking.createdAt(), terms.until().apply(booking.createdAt())),
                    terms.heldBy(),
                    place,
                    terms.waitlistEntry());
            try {
                calendar.add(
                        hold,
                        hold.waitlistEntry() == null
                                ? List.of()
                                : List.of(events.offered(hold, order.patient(), order.site())));
                relay.wake(hold.patientId());
                return hold;
            } catch (EntryExistsException e) {
                return file.hold(id);
            } catch (ClaimTakenException e) {
                // Somebody was faster: look again.
            }
        }
        throw visits.refuse(
                order,
                Picture.Refusal.TAKEN,
                0,
                calendar.commitmentsOf(order.patient().id()));
    }

    /** A place that is free as far as is known; whether it is, the unique index says. */
    private int freePlace(String heldBy, int preferred) {
        List<Hold> own = holds.holdsBy(heldBy);
        Set<Integer> taken = own.stream().map(Hold::place).collect(Collectors.toSet());
        List<Integer> free = IntStream.rangeClosed(1, settings.perUser())
                .filter(place -> !taken.contains(place))
                .boxed()
                .toList();
        if (free.isEmpty()) {
            throw ProblemException.conflict(
                            ProblemType.TOO_MANY_HOLDS,
                            "You hold places " + settings.perUser()
                                    + " times, the most you can: book or release one of \"holds\" first.")
                    .with(
                            "holds",
                            own.stream()
                                    .filter(hold -> hold.place() > 0)
                                    .map(Hold::id)
                                    .toList());
        }
        return free.get(preferred % free.size());
    }

    private void requireNoOffer(Terms terms) {
        if (terms.waitlistEntry() != null
                && holds.offerTo(terms.waitlistEntry()).isPresent()) {
            throw ProblemException.conflict(
                    ProblemType.ILLEGAL_STATUS, "The entry of the waiting list has an open offer.");
        }
    }
}

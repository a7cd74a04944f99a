package io.dendrite.scheduling.waitlist.application;

import io.dendrite.scheduling.calendar.application.BookHold;
import io.dendrite.scheduling.calendar.application.BookVisits;
import io.dendrite.scheduling.calendar.application.Holds;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.clinic.application.PlacesFreed;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import io.dendrite.scheduling.waitlist.model.MadeOffer;
import io.dendrite.scheduling.waitlist.model.OfferOutcome;
import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import io.dendrite.scheduling.waitlist.model.WaitlistStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries of the waitlist as a front desk works with them. */
@Component
public class WaitlistFile {

    private static final int TRIES = 10;

    private final Waitlist waitlist;
    private final Holds holds;
    private final BookHold bookHold;
    private final PlacesFreed freed;
    private final Clock clock;

    WaitlistFile(Waitlist waitlist, Holds holds, BookHold bookHold, PlacesFreed freed, Clock clock) {
        this.waitlist = waitlist;
        this.holds = holds;
        this.bookHold = bookHold;
        this.freed = freed;
        this.clock = clock;
    }

    /**
     * The entry of an id.
     *
     * @throws ProblemException 404
     */
    public WaitlistEntry entry(String id) {
        return waitlist.entry(id).orElseThrow(() -> ProblemException.notFound("waitlist entry", id));
    }

    /**
     * Lets somebody wait.
     *
     * @return the entry; the one that is there already if it has the same id
     * @throws ProblemException 409 naming the entry by which the patient waits for the treatment already
     */
    public WaitlistEntry enter(WaitlistEntry entered) {
        switch (waitlist.add(entered)) {
            case STORED -> entered.siteIds().forEach(freed::at);
            case ID_TAKEN -> {
                return entry(entered.id());
            }
            case WAITING_ALREADY -> {
                ProblemException problem = ProblemException.conflict(
                        ProblemType.WAITING_ALREADY,
                        "The patient waits for this treatment already. Withdraw that entry, or leave it.");
                throw waitlist.waitingFor(entered.patientId(), entered.treatmentId())
                        .map(known -> problem.with("entryId", known.id()))
                        .orElse(problem);
            }
        }
        return entered;
    }

    /**
     * Books the place that is offered.
     *
     * @param holdId which offer is meant; null for the one that is open
     * @param requestId the id of this request: what it has booked is answered as it is
     * @return the entry after that
     * @throws ProblemException 404 for an unknown entry; 409 when there is no such offer, it is over, or somebody else was
     *     faster
     */
    public WaitlistEntry accept(String id, @Nullable String holdId, String requestId) {
        WaitlistEntry entry = entry(id);
        String offered = holdId == null ? newestOffer(entry) : requireOffer(entry, holdId);
        String siteId = siteOf(entry, offered);
        Booking booking = bookHold.book(
                offered, requestId, new BookVisits.Request(entry.patientId(), siteId, entry.treatmentId(), List.of()));
        return change(
                id, current -> current.bookingId() == null ? current.booked(booking.id(), clock.instant()) : current);
    }

    /**
     * Gives the place back that is offered; the waiting goes on.
     *
     * @throws ProblemException 404 for an unknown entry; 409 when no offer is open
     */
    public WaitlistEntry decline(String id) {
        WaitlistEntry entry = entry(id);
        Hold hold = holds.offerTo(entry.id()).orElseThrow(WaitlistFile::noOffer);
        if (!holds.release(hold)) {
            throw noOffer();
        }
        WaitlistEntry declined = change(
                id, current -> current.answered(SettleOffers.offer(hold), OfferOutcome.DECLINED, clock.instant()));
        freed.at(hold.siteId());
        return declined;
    }

    /**
     * Ends the waiting, and gives the place back that is offered.
     *
     * @throws ProblemException 404 for an unknown entry, or one that has ended
     */
    public void withdraw(String id) {
        if (!entry(id).isWaiting()) {
            throw ProblemException.notFound("waitlist entry", id);
        }
        change(
                id,
                current -> current.isWaiting() ? current.closed(WaitlistStatus.WITHDRAWN, clock.instant()) : current);
        holds.offerTo(id).ifPresent(hold -> {
            if (holds.release(hold)) {
                freed.at(hold.siteId());
            }
        });
    }

    private WaitlistEntry change(String id, UnaryOperator<WaitlistEntry> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            WaitlistEntry before = entry(id);
            WaitlistEntry after = change.apply(before);
            if (after.version() == before.version()) {
                return before;
            }
            if (waitlist.replace(after)) {
                return after;
            }
        }
        throw ProblemException.stale();
    }

    private String newestOffer(WaitlistEntry entry) {
        return holds.offerTo(entry.id())
                .map(Hold::id)
                .or(() -> entry.openOffer().map(MadeOffer::holdId))
                .or(() -> Optional.ofNullable(entry.bookingId()))
                .orElseThrow(WaitlistFile::noOffer);
    }

    private String requireOffer(WaitlistEntry entry, String holdId) {
        boolean known = entry.offer(holdId).isPresent()
                || holds.offerTo(entry.id())
                        .filter(hold -> hold.id().equals(holdId))
                        .isPresent();
        if (!known) {
            throw noOffer();
        }
        return holdId;
    }

    private String siteOf(WaitlistEntry entry, String holdId) {
        return entry.offer(holdId)
                .map(MadeOffer::siteId)
                .or(() -> holds.offerTo(entry.id()).map(Hold::siteId))
                .orElseThrow(WaitlistFile::noOffer);
    }

    private static ProblemException noOffer() {
        return ProblemException.conflict(
                ProblemType.NO_OFFER, "No place is offered to the entry now. Nothing was changed.");
    }
}

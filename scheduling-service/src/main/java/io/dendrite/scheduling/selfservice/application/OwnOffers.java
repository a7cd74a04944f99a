package io.dendrite.scheduling.selfservice.application;

import io.dendrite.scheduling.calendar.application.Holds;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import io.dendrite.scheduling.waitlist.application.Waitlist;
import io.dendrite.scheduling.waitlist.application.WaitlistFile;
import io.dendrite.scheduling.waitlist.model.MadeOffer;
import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Places that are offered to a patient, as the patient answers them. The hold in the calendar says what is true of them. */
@Component
public class OwnOffers {

    private final Waitlist waitlist;
    private final WaitlistFile file;
    private final Holds holds;
    private final Clock clock;

    OwnOffers(Waitlist waitlist, WaitlistFile file, Holds holds, Clock clock) {
        this.waitlist = waitlist;
        this.file = file;
        this.holds = holds;
        this.clock = clock;
    }

    /** What has become of an offer, as far as the patient is concerned. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED
    }

    /** An offer. */
    public record Offer(String id, String siteId, Instant start, Instant end, Instant expiresAt, State state) {}

    /**
     * An offer to a patient.
     *
     * @throws ProblemException 404 when there was none
     */
    public Offer offer(String offerId, String patientId) {
        Optional<Hold> hold = standing(offerId, patientId);
        if (hold.isPresent()) {
            Appointment visit = hold.get().visits().appointments().get(0);
            return new Offer(
                    offerId,
                    hold.get().siteId(),
                    visit.start(),
                    visit.end(),
                    hold.get().expiresAt(),
                    clock.instant().isBefore(hold.get().expiresAt()) ? State.OPEN : State.EXPIRED);
        }
        MadeOffer made = entry(offerId, patientId).offer(offerId).orElseThrow();
        return new Offer(offerId, made.siteId(), made.start(), made.end(), made.expiresAt(), state(made));
    }

    private State state(MadeOffer made) {
        return switch (made.outcome()) {
            case ACCEPTED -> State.ACCEPTED;
            case DECLINED -> State.DECLINED;
            case EXPIRED, WITHDRAWN -> State.EXPIRED;
            // The entry has not heard yet what became of the hold.
            case OPEN ->
                holds.fate(made.holdId())
                                .filter(fate -> fate.bookingRequest() != null)
                                .isPresent()
                        ? State.ACCEPTED
                        : State.EXPIRED;
        };
    }

    /**
     * Books the place. Doing it again changes nothing.
     *
     * @throws ProblemException 404 when there was no such offer, 409 when it is over
     */
    public void accept(String offerId, String patientId) {
        Offer offer = offer(offerId, patientId);
        if (offer.state() == State.ACCEPTED) {
            return;
        }
        requireOpen(offer);
        // One request for each offer: its repetition finds what it has booked.
        file.accept(entry(offerId, patientId).id(), offerId, "self-service-" + offerId);
    }

    /**
     * Leaves the place to somebody else. Doing it again changes nothing.
     *
     * @throws ProblemException 404 when there was no such offer, 409 when it is over
     */
    public void decline(String offerId, String patientId) {
        Offer offer = offer(offerId, patientId);
        if (offer.state() == State.DECLINED) {
            return;
        }
        requireOpen(offer);
        file.decline(entry(offerId, patientId).id());
    }

    private static void requireOpen(Offer offer) {
        if (offer.state() != State.OPEN) {
            throw ProblemException.conflict(
                    ProblemType.NO_OFFER, "The place is not offered any more. Nothing was changed.");
        }
    }

    private Optional<Hold> standing(String offerId, String patientId) {
        return holds.hold(offerId)
                .filter(hold -> hold.waitlistEntry() != null)
                .filter(hold -> hold.patientId().equals(patientId));
    }

    private WaitlistEntry entry(String offerId, String patientId) {
        return standing(offerId, patientId)
                .flatMap(hold -> Optional.ofNullable(hold.waitlistEntry()))
                .flatMap(waitlist::entry)
                .or(() -> waitlist.ofPatient(patientId).stream()
                        .filter(entry -> entry.offer(offerId).isPresent())
                        .findFirst())
                .orElseThrow(() -> ProblemException.notFound("offer", offerId));
    }
}

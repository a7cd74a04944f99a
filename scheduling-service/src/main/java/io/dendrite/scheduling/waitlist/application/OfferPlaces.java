package io.dendrite.scheduling.waitlist.application;

import io.dendrite.audit.AuditDraft;
import io.dendrite.scheduling.calendar.application.BookVisits;
import io.dendrite.scheduling.calendar.application.HoldVisits;
import io.dendrite.scheduling.calendar.application.RequestedVisit;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.waitlist.application.AttendablePlaces.Place;
import io.dendrite.scheduling.waitlist.model.OfferRound;
import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Offers a site's free places to those who wait. What to do follows from what is stored and from the time, never from a
 * message: whatever is cut off half-way is done by the next run, of any instance, and several at once do it once, since
 * the offer to an entry is a hold under the one lock.
 */
@Component
class OfferPlaces {

    private static final Logger log = LoggerFactory.getLogger(OfferPlaces.class);

    /** How many of those who wait at a site are looked at in one run. */
    private static final int MOST = 200;

    /** How often a run begins anew for somebody who has come in between. */
    private static final int TRIES = 5;

    private final Waitlist waitlist;
    private final SettleOffers settleOffers;
    private final AttendablePlaces places;
    private final HoldVisits holdVisits;
    private final Clock clock;

    OfferPlaces(
            @Qualifier(Waitlist.STORED) Waitlist waitlist,
            SettleOffers settleOffers,
            AttendablePlaces places,
            HoldVisits holdVisits,
            Clock clock) {
        this.waitlist = waitlist;
        this.settleOffers = settleOffers;
        this.places = places;
        this.holdVisits = holdVisits;
        this.clock = clock;
    }

    /** Whether something has ended since the last run, so that a place may be had that could not before. */
    boolean settle(Site site) {
        return asTheWaitlist("waitlist.settle", () -> settleOffers.of(site, waiting(site)));
    }

    /** Offers what can be offered; says how many offers it made. */
    int offer(Site site) {
        int made = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Round round = new Round(site, withoutOffer(site));
            made += OfferRound.of(round.line, round);
            if (!round.outdated) {
                return made;
            }
        }
        return made;
    }

    private List<WaitlistEntry> withoutOffer(Site site) {
        return waiting(site).stream()
                .filter(entry -> entry.openOffer().isEmpty())
                .toList();
    }

    /** The places of a site for a line of people. It ends when somebody has come who belongs ahead of the one it is at. */
    private final class Round implements OfferRound.FreePlaces<Place> {

        private final Site site;
        private final List<WaitlistEntry> line;
        private boolean outdated;

        Round(Site site, List<WaitlistEntry> line) {
            this.site = site;
            this.line = line;
        }

        @Override
        public Optional<Place> earliestFor(WaitlistEntry entry) {
            return outdated ? Optional.empty() : places.earliestFor(entry, site);
        }

        @Override
        public boolean offer(WaitlistEntry entry, Place place) {
            outdated = withoutOffer(site).stream()
                    .takeWhile(ahead -> WaitlistEntry.SERVED_FIRST.compare(ahead, entry) < 0)
                    .anyMatch(
                            ahead -> line.stream().noneMatch(known -> known.id().equals(ahead.id())));
            return !outdated && asTheWaitlist("waitlist.offer", () -> held(entry, place, site));
        }
    }

    private boolean held(WaitlistEntry entry, Place place, Site site) {
        BookVisits.Request visit = new BookVisits.Request(
                entry.patientId(),
                site.id(),
                entry.treatmentId(),
                List.of(new RequestedVisit(place.start().toString(), List.of())));
        try {
            Hold hold = holdVisits.hold(
                    UUID.randomUUID().toString(), visit, HoldVisits.Terms.ofOffer(entry.id(), place.answerBy()));
            log.info("offer {} made to {} of the waitlist", hold.id(), entry.id());
            if (!waitlist.replace(entry.offered(SettleOffers.offer(hold)))) {
                log.debug("{} of the waitlist has changed; the next run settles the offer", entry.id());
            }
            return true;
        } catch (ProblemException taken) {
            return false;
        }
    }

    private List<WaitlistEntry> waiting(Site site) {
        return waitlist.waitingAt(site.id(), null, MOST);
    }

    /** Works on record as the service itself: no request causes it. */
    private <T> T asTheWaitlist(String action, Supplier<T> work) {
        AuditDraft.begin("dendrite", "", "", clock.instant()).call(action, action);
        try {
            return work.get();
        } finally {
            AuditDraft.end();
        }
    }
}

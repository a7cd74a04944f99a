package io.dendrite.scheduling.waitlist.application;

import io.dendrite.scheduling.calendar.application.Holds;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.waitlist.model.MadeOffer;
import io.dendrite.scheduling.waitlist.model.OfferOutcome;
import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import io.dendrite.scheduling.waitlist.model.WaitlistStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Brings the entries of a site in step with what has become of their offers. The holds in the calendar are what is true:
 * whoever dies between a change of a hold and that of its entry leaves it to this, and so does the time that runs out.
 */
@Component
class SettleOffers {

    private final Waitlist waitlist;
    private final Holds holds;
    private final Clock clock;

    SettleOffers(@Qualifier(Waitlist.STORED) Waitlist waitlist, @Qualifier(Holds.STORED) Holds holds, Clock clock) {
        this.waitlist = waitlist;
        this.holds = holds;
        this.clock = clock;
    }

    /** Settles the entries; says whether that has freed a place or somebody for one. */
    boolean of(Site site, List<WaitlistEntry> waiting) {
        Instant now = clock.instant();
        Map<String, Hold> offers = holds.holdsAt(site.id()).stream()
                .filter(hold -> hold.waitlistEntry() != null)
                .collect(Collectors.toMap(Hold::waitlistEntry, Function.identity()));
        boolean freed = false;
        for (WaitlistEntry entry : waiting) {
            WaitlistEntry settled = settled(entry, Optional.ofNullable(offers.get(entry.id())), site, now);
            if (settled.version() != entry.version()) {
                freed |= waitlist.replace(settled) && settled.openOffer().isEmpty();
            }
        }
        List<String> ids = waiting.stream().map(WaitlistEntry::id).toList();
        for (Hold hold : offers.values()) {
            if (!ids.contains(hold.waitlistEntry()) && isOrphan(hold)) {
                freed |= holds.release(hold);
            }
        }
        return freed;
    }

    private WaitlistEntry settled(WaitlistEntry entry, Optional<Hold> standing, Site site, Instant now) {
        MadeOffer open = entry.openOffer().orElse(null);
        if (open != null
                && open.siteId().equals(site.id())
                && standing.filter(hold -> hold.id().equals(open.holdId())).isEmpty()) {
            boolean booked = holds.fate(open.holdId())
                    .filter(fate -> fate.bookingRequest() != null)
                    .isPresent();
            return booked ? entry.booked(open.holdId(), now) : entry.answered(open.holdId(), OfferOutcome.EXPIRED, now);
        }
        if (open == null && standing.isPresent()) {
            return entry.offered(offer(standing.get()));
        }
        return open == null
                        && entry.times().over(now, site.timeZone())
                        && entry.siteIds().size() == 1
                ? entry.closed(WaitlistStatus.EXPIRED, now)
                : entry;
    }

    /** The offer that a hold is. */
    static MadeOffer offer(Hold hold) {
        Appointment visit = hold.visits().appointments().get(0);
        return MadeOffer.open(
                hold.id(),
                hold.siteId(),
                visit.start(),
                visit.end(),
                hold.visits().createdAt(),
                hold.expiresAt());
    }

    /** Held for somebody who does not wait any more. */
    private boolean isOrphan(Hold hold) {
        String entryId = hold.waitlistEntry();
        return entryId != null
                && waitlist.entry(entryId).filter(WaitlistEntry::isWaiting).isEmpty();
    }
}

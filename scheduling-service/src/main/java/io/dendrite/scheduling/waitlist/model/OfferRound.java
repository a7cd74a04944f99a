package io.dendrite.scheduling.waitlist.model;

import java.util.List;
import java.util.Optional;

/**
 * One round of offers at a site: whoever comes first in order chooses first. A place goes past somebody only if they
 * cannot attend it, have not taken it before, or have another offer.
 */
public final class OfferRound {

    private static final int TRIES = 5;

    private OfferRound() {}

    /** The site's free places, as they are left by the offers made so far. */
    public interface FreePlaces<P> {

        /** The earliest place that the patient of an entry can attend. */
        Optional<P> earliestFor(WaitlistEntry entry);

        /** Offers a place, which is free no longer; false says that somebody else was faster. */
        boolean offer(WaitlistEntry entry, P place);
    }

    /**
     * Makes the offers that can be made.
     *
     * @param waiting the entries without an open offer, in any order
     * @return how many were made
     */
    public static <P> int of(List<WaitlistEntry> waiting, FreePlaces<P> places) {
        int made = 0;
        for (WaitlistEntry entry :
                waiting.stream().sorted(WaitlistEntry.SERVED_FIRST).toList()) {
            if (offered(entry, places)) {
                made++;
            }
        }
        return made;
    }

    /** Whoever loses a place to somebody faster chooses again before the next in line does. */
    private static <P> boolean offered(WaitlistEntry entry, FreePlaces<P> places) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<P> place = places.earliestFor(entry);
            if (place.isEmpty()) {
                return false;
            }
            if (places.offer(entry, place.get())) {
                return true;
            }
        }
        return false;
    }
}

package io.dendrite.scheduling.waitlist.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One round of offers at a site: whoever comes first in order chooses first. A place goes past somebody only if they
 * cannot attend it, have not taken it before, or have another offer; also a place that becomes free while the round is
 * under way.
 *
 * @param <P> what a place is
 */
public final class OfferRound<P> {

    /** How often somebody chooses again who loses a place to somebody faster. */
    private static final int TRIES = 5;

    private final FreePlaces<P> places;
    private final List<WaitlistEntry> line;

    private OfferRound(List<WaitlistEntry> waiting, FreePlaces<P> places) {
        this.places = places;
        this.line = new ArrayList<>(
                waiting.stream().sorted(WaitlistEntry.SERVED_FIRST).toList());
    }

    /** The site's free places, as they are left by the offers made so far. */
    public interface FreePlaces<P> {

        /** The earliest place that the patient of an entry can attend. */
        Optional<P> earliestFor(WaitlistEntry entry);

        /** Offers a place, which is free no longer; false says that somebody else was faster. */
        boolean offer(WaitlistEntry entry, P place);
    }

    /** Somebody in the line for whom there is a place. */
    private record Turn<P>(int position, P place) {}

    /**
     * Makes the offers that can be made.
     *
     * @param waiting the entries without an open offer, in any order
     * @return how many were made
     */
    public static <P> int of(List<WaitlistEntry> waiting, FreePlaces<P> places) {
        return new OfferRound<>(waiting, places).run();
    }

    private int run() {
        int made = 0;
        int position = 0;
        int lost = 0;
        while (position < line.size()) {
            Optional<P> place = places.earliestFor(line.get(position));
            if (place.isEmpty() || lost == TRIES) {
                position++;
                lost = 0;
                continue;
            }
            Turn<P> turn = firstInLine(new Turn<>(position, place.get()));
            lost = turn.position() == position ? lost : 0;
            position = turn.position();
            if (places.offer(line.get(position), turn.place())) {
                line.remove(position);
                made++;
                lost = 0;
            } else {
                lost++;
            }
        }
        return made;
    }

    /** Whoever was passed and could come now is asked before. */
    private Turn<P> firstInLine(Turn<P> found) {
        for (int ahead = 0; ahead < found.position(); ahead++) {
            Optional<P> place = places.earliestFor(line.get(ahead));
            if (place.isPresent()) {
                return firstInLine(new Turn<>(ahead, place.get()));
            }
        }
        return found;
    }
}

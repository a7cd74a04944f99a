package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.outbox.OutboxEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The holds among the entries of the {@link Calendar}, where they are stored. One that has expired is not there, whether
 * or not it was taken out already. Each change is one conditional update of the entry.
 */
public interface Holds {

    /** Qualifies the holds as they are stored, whoever looks. */
    String STORED = "stored-holds";

    /**
     * What became of a hold that no longer stands.
     *
     * @param siteId where it was
     * @param bookingRequest the id of the request that made a booking of it; null when it expired or was given up
     */
    record Fate(String siteId, @Nullable String bookingRequest) {}

    /**
     * How many holds stand.
     *
     * @param holds made by a front desk
     * @param offers made to those who wait
     */
    record Standing(long holds, long offers) {}

    /** The hold of that id, if it stands. */
    Optional<Hold> hold(String id);

    /** What became of the hold of that id; empty when there was none, or it was so long ago that nobody knows. */
    Optional<Fate> fate(String id);

    /** All holds of a site, in no order. */
    List<Hold> holdsAt(String siteId);

    /** All holds of an actor at whatever site. */
    List<Hold> holdsBy(String heldBy);

    /** All holds for a patient at whatever site. */
    List<Hold> holdsFor(String patientId);

    /** The open offer to an entry of the waiting list. */
    Optional<Hold> offerTo(String waitlistEntry);

    /**
     * Stores the longer form of a hold in the place of the version before.
     *
     * @throws StaleEntryException when that version does not stand
     */
    void extend(Hold longer);

    /**
     * Makes the booking of a hold, under the same id, together with what happened by it.
     *
     * @param request the id of the request that books, by which its repetition is known
     * @throws StaleEntryException when that version of the hold does not stand
     */
    void book(Hold hold, Booking booking, String request, List<OutboxEvent> events);

    /** Gives a hold up; false says that it does not stand. */
    boolean release(Hold hold);

    /** Gives up all that is held for a patient, of the service's own accord. */
    void releaseFor(String patientId);

    /** How many stand now, of all sites. */
    Standing standing();

    /** Takes out what has expired, at most so many; says how many. */
    int endExpired(int most);
}

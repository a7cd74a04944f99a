package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.CalendarEntry;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.outbox.OutboxEvent;
import java.util.List;
import java.util.Optional;

/**
 * Where calendar entries are kept, each as one document under a unique index over all claims: the one lock. Storing an
 * entry takes everything it claims or nothing, whoever else is at it at the same moment.
 */
public interface Calendar {

    /** Qualifies the calendar as it is stored, whoever looks. */
    String STORED = "stored-calendar";

    /** Qualifies the calendar behind {@link #STORED}, of whose use nobody takes count. */
    String UNCOUNTED = "uncounted-calendar";

    /**
     * Stores a new entry together with what happened by it.
     *
     * @throws ClaimTakenException when another entry holds one of its claims, or two of its own visits claim the same; a hold that has expired does not
     * @throws EntryExistsException when an entry with this id is there already
     */
    void add(CalendarEntry entry, List<OutboxEvent> events);

    /**
     * Stores a changed booking in the place of the version before, with what happened by it: frees the claims that the
     * change gave up and takes the new ones in one step.
     *
     * @throws ClaimTakenException when another entry holds one of the new claims; nothing is changed then
     * @throws StaleEntryException when the stored version is not the one before this
     */
    void replace(Booking changed, List<OutboxEvent> events);

    /** Takes a block away; false says that there is none of that id at the site. */
    boolean remove(String siteId, String blockId);

    /** The booking of that id, however old. */
    Optional<Booking> booking(String id);

    /** All bookings of a patient, the latest made first, however old. */
    List<Booking> bookingsOf(String patientId);

    /** A patient's bookings at any site that are not yet in the archive: those of the last days and all to come. */
    List<Booking> currentBookingsOf(String patientId);

    /**
     * All that keeps a patient at any site: the current bookings, and what is held and has not expired in the form of the
     * bookings that it would be.
     */
    List<Booking> commitmentsOf(String patientId);

    /** The bookings of a site with something in the window, what was cancelled included, however old. */
    List<Booking> bookingsAt(String siteId, Quarters window);

    /** The blocks of a site that touch the window. */
    List<Block> blocksAt(String siteId, Quarters window);

    /** The holds of a site that touch the window and have not expired. */
    List<Hold> holdsAt(String siteId, Quarters window);

    /** What a site's entries take that touch the window, except one entry and holds that have expired. */
    Taken takenAt(String siteId, Quarters window, String exceptEntryId);
}

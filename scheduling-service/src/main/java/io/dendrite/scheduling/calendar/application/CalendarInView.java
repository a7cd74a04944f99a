package io.dendrite.scheduling.calendar.application;

import io.dendrite.access.CurrentCaller;
import io.dendrite.audit.AuditDraft;
import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.CalendarEntry;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.clinic.application.PlacesFreed;
import io.dendrite.scheduling.outbox.OutboxEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The calendar as the current caller may see it: bookings of other sites are not there. It also tells the audit whose
 * bookings are looked at.
 */
@Primary
@Component
class CalendarInView implements Calendar {

    private final Calendar stored;
    private final CurrentCaller caller;
    private final PlacesFreed freed;

    CalendarInView(@Qualifier(Calendar.STORED) Calendar stored, CurrentCaller caller, PlacesFreed freed) {
        this.stored = stored;
        this.caller = caller;
        this.freed = freed;
    }

    @Override
    public void add(CalendarEntry entry, List<OutboxEvent> events) {
        if (entry instanceof Booking booking) {
            AuditDraft.current().patient(booking.patientId());
        } else if (entry instanceof Hold hold) {
            looksAt(hold.visits());
        }
        stored.add(entry, events);
    }

    @Override
    public void replace(Booking changed, List<OutboxEvent> events) {
        stored.replace(changed, events);
        // Most changes give something up, and it costs nothing to look.
        freed.at(changed.siteId());
    }

    @Override
    public boolean remove(String siteId, String blockId) {
        boolean lifted = stored.remove(siteId, blockId);
        freed.at(siteId);
        return lifted;
    }

    @Override
    public Optional<Booking> booking(String id) {
        Optional<Booking> booking = stored.booking(id).filter(found -> caller.covers(found.siteId()));
        booking.ifPresent(found -> {
            AuditDraft.current().resource("booking", id, found.version());
            looksAt(found);
        });
        return booking;
    }

    @Override
    public List<Booking> bookingsOf(String patientId) {
        List<Booking> found = stored.bookingsOf(patientId).stream()
                .filter(booking -> caller.covers(booking.siteId()))
                .toList();
        // Not what was asked for, which may be any text, but whom it showed.
        found.forEach(CalendarInView::looksAt);
        return found;
    }

    @Override
    public List<Booking> commitmentsOf(String patientId) {
        return stored.commitmentsOf(patientId);
    }

    /** Of all sites: a patient cannot be in two places, whoever may see the other one. */
    @Override
    public List<Booking> currentBookingsOf(String patientId) {
        return stored.currentBookingsOf(patientId);
    }

    @Override
    public List<Booking> bookingsAt(String siteId, Quarters window) {
        List<Booking> bookings = stored.bookingsAt(siteId, window);
        bookings.forEach(CalendarInView::looksAt);
        return bookings;
    }

    @Override
    public List<Block> blocksAt(String siteId, Quarters window) {
        return stored.blocksAt(siteId, window);
    }

    @Override
    public List<Hold> holdsAt(String siteId, Quarters window) {
        return stored.holdsAt(siteId, window);
    }

    @Override
    public Taken takenAt(String siteId, Quarters window, String exceptEntryId) {
        return stored.takenAt(siteId, window, exceptEntryId);
    }

    private static void looksAt(Booking booking) {
        AuditDraft.current().site(booking.siteId());
        AuditDraft.current().patient(booking.patientId());
    }
}

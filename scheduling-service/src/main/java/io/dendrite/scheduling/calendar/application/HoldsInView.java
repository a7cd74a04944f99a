package io.dendrite.scheduling.calendar.application;

import io.dendrite.access.CurrentCaller;
import io.dendrite.audit.AuditDraft;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.clinic.application.PlacesFreed;
import io.dendrite.scheduling.outbox.OutboxEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The holds as the current caller may see them, who is on record with whom they were for. */
@Primary
@Component
class HoldsInView implements Holds {

    private final Holds stored;
    private final CurrentCaller caller;
    private final PlacesFreed freed;

    HoldsInView(@Qualifier(Holds.STORED) Holds stored, CurrentCaller caller, PlacesFreed freed) {
        this.stored = stored;
        this.caller = caller;
        this.freed = freed;
    }

    @Override
    public Optional<Hold> hold(String id) {
        Optional<Hold> hold = stored.hold(id).filter(found -> caller.covers(found.siteId()));
        hold.ifPresent(found -> {
            AuditDraft.current().resource("hold", id, found.version());
            looksAt(found);
        });
        return hold;
    }

    @Override
    public Optional<Fate> fate(String id) {
        return stored.fate(id).filter(fate -> caller.covers(fate.siteId()));
    }

    @Override
    public List<Hold> holdsAt(String siteId) {
        List<Hold> holds = caller.covers(siteId) ? stored.holdsAt(siteId) : List.of();
        holds.forEach(HoldsInView::looksAt);
        return holds;
    }

    /** Of all sites: nobody holds more for having several. */
    @Override
    public List<Hold> holdsBy(String heldBy) {
        return stored.holdsBy(heldBy);
    }

    /** Of all sites, as what keeps a patient is. */
    @Override
    public List<Hold> holdsFor(String patientId) {
        return stored.holdsFor(patientId);
    }

    @Override
    public Optional<Hold> offerTo(String waitlistEntry) {
        return stored.offerTo(waitlistEntry).filter(found -> caller.covers(found.siteId()));
    }

    @Override
    public void extend(Hold longer) {
        stored.extend(longer);
    }

    @Override
    public void book(Hold hold, Booking booking, String request, List<OutboxEvent> events) {
        stored.book(hold, booking, request, events);
    }

    @Override
    public boolean release(Hold hold) {
        boolean released = stored.release(hold);
        freed.at(hold.siteId());
        return released;
    }

    @Override
    public void releaseFor(String patientId) {
        stored.releaseFor(patientId);
    }

    @Override
    public Standing standing() {
        return stored.standing();
    }

    @Override
    public int endExpired(int most) {
        return stored.endExpired(most);
    }

    private static void looksAt(Hold hold) {
        AuditDraft.current().site(hold.siteId());
        AuditDraft.current().patient(hold.patientId());
    }
}

package io.dendrite.scheduling.calendar.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Updates.combine;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.dendrite.audit.mongo.AuditField;
import io.dendrite.scheduling.calendar.application.Holds;
import io.dendrite.scheduling.calendar.application.StaleEntryException;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxField;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/** Holds as documents of the calendar. That they have not expired is part of each condition, on this instance's clock. */
@Repository
@Qualifier(Holds.STORED)
class MongoHolds implements Holds {

    private static final String KIND = "hold";

    private final MongoCollection<Document> live;
    private final MongoCollection<Document> archive;
    private final SealedReasons reasons;
    private final EndedHolds ended;
    private final Clock clock;

    MongoHolds(MongoDatabase database, SealedReasons reasons, Clock clock) {
        this.live = CalendarCollections.live(database);
        this.archive = CalendarCollections.archive(database);
        this.reasons = reasons;
        this.ended = new EndedHolds(live, clock);
        this.clock = clock;
    }

    @Override
    public Optional<Hold> hold(String id) {
        return standing(eq(EntryDocument.ID, id)).stream().findFirst();
    }

    @Override
    public Optional<Fate> fate(String id) {
        Bson filter = and(
                eq(EntryDocument.ID, id),
                or(
                        in(EntryDocument.KIND, EntryDocument.HOLD, EntryDocument.ENDED_HOLD),
                        exists(HoldDocument.BOOKING_REQUEST)));
        return Optional.ofNullable(live.find(filter).first())
                .or(() -> Optional.ofNullable(archive.find(filter).first()))
                .map(document -> new Fate(
                        document.getString(EntryDocument.SITE), document.getString(HoldDocument.BOOKING_REQUEST)));
    }

    @Override
    public List<Hold> holdsAt(String siteId) {
        return standing(eq(EntryDocument.SITE, siteId));
    }

    @Override
    public List<Hold> holdsBy(String heldBy) {
        return standing(eq(HoldDocument.HELD_BY, heldBy));
    }

    @Override
    public List<Hold> holdsFor(String patientId) {
        return standing(eq(EntryDocument.PATIENT, patientId));
    }

    @Override
    public Optional<Hold> offerTo(String waitlistEntry) {
        return standing(eq(HoldDocument.WAITLIST_ENTRY, waitlistEntry)).stream().findFirst();
    }

    @Override
    public void extend(Hold longer) {
        change(
                longer.id(),
                longer.version() - 1,
                combine(HoldDocument.longer(longer), AuditField.push(KIND, longer.id(), longer.version())));
    }

    @Override
    public void book(Hold hold, Booking booking, String request, List<OutboxEvent> events) {
        change(
                hold.id(),
                hold.version(),
                combine(
                        HoldDocument.booked(booking, request, reasons),
                        OutboxField.push(events),
                        AuditField.push("booking", booking.id(), booking.version())));
    }

    @Override
    public boolean release(Hold hold) {
        try {
            change(
                    hold.id(),
                    hold.version(),
                    combine(
                            HoldDocument.ended(hold.id(), hold.version() + 1, clock.instant()),
                            AuditField.push(KIND, hold.id(), hold.version() + 1)));
            return true;
        } catch (StaleEntryException e) {
            return false;
        }
    }

    @Override
    public void releaseFor(String patientId) {
        ended.end(
                and(eq(EntryDocument.PATIENT, patientId), HoldDocument.standsAt(clock.instant())),
                "hold.release",
                Integer.MAX_VALUE);
    }

    @Override
    public int endExpired(int most) {
        return ended.end(HoldDocument.expiredAt(clock.instant()), "hold.expire", most);
    }

    private void change(String id, long version, Bson change) {
        Bson before = and(
                eq(EntryDocument.ID, id), eq(EntryDocument.VERSION, version), HoldDocument.standsAt(clock.instant()));
        if (live.updateOne(before, change).getMatchedCount() == 0) {
            throw new StaleEntryException();
        }
    }

    @Override
    public Standing standing() {
        Bson stands = HoldDocument.standsAt(clock.instant());
        long offers = live.countDocuments(and(stands, exists(HoldDocument.WAITLIST_ENTRY)));
        return new Standing(live.countDocuments(stands) - offers, offers);
    }

    private List<Hold> standing(Bson which) {
        return live.find(and(which, HoldDocument.standsAt(clock.instant())))
                .projection(exclude(
                        EntryDocument.CLAIMS, EntryDocument.PATIENT_CLAIMS, OutboxField.EVENTS, AuditField.RECORDS))
                .map(document -> HoldDocument.read(document, reasons))
                .into(new ArrayList<>());
    }
}

package io.dendrite.scheduling.calendar.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.dendrite.audit.mongo.AuditField;
import io.dendrite.scheduling.calendar.application.Calendar;
import io.dendrite.scheduling.calendar.application.ClaimTakenException;
import io.dendrite.scheduling.calendar.application.EntryExistsException;
import io.dendrite.scheduling.calendar.application.StaleEntryException;
import io.dendrite.scheduling.calendar.application.Taken;
import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.CalendarEntry;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxField;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/** The calendar as documents. Each write is one operation on one document: the database decides who was first. */
@Repository
@Qualifier(Calendar.UNCOUNTED)
class MongoCalendar implements Calendar {

    private static final Bson TAKEN =
            fields(include(EntryDocument.KIND, EntryDocument.CLAIMS), include(EntryDocument.OF_BLOCK));

    private static final Bson WITHOUT_CLAIMS =
            exclude(EntryDocument.CLAIMS, EntryDocument.PATIENT_CLAIMS, OutboxField.EVENTS, AuditField.RECORDS);

    private final MongoCollection<Document> live;
    private final MongoCollection<Document> archive;
    private final SealedReasons reasons;
    private final EndedHolds ended;
    private final Clock clock;

    MongoCalendar(MongoDatabase database, SealedReasons reasons, Clock clock) {
        this.reasons = reasons;
        this.live = CalendarCollections.live(database);
        this.archive = CalendarCollections.archive(database);
        this.ended = new EndedHolds(live, clock);
        this.clock = clock;
    }

    @Override
    public void add(CalendarEntry entry, List<OutboxEvent> events) {
        requireOnce(entry);
        Document document = AuditField.addTo(
                OutboxField.addTo(EntryDocument.write(entry, reasons), events),
                EntryDocument.resourceKind(entry),
                entry.id(),
                entry.version());
        try {
            ended.outOfTheWayOf(entry, () -> live.insertOne(document));
        } catch (ClaimTakenException e) {
            throw live.countDocuments(eq(EntryDocument.ID, entry.id())) > 0 ? new EntryExistsException() : e;
        }
    }

    @Override
    public void replace(Booking changed, List<OutboxEvent> events) {
        requireOnce(changed);
        Bson before = and(eq(EntryDocument.ID, changed.id()), eq(EntryDocument.VERSION, changed.version() - 1));
        Bson update = combine(
                set(EntryDocument.VERSION, changed.version()),
                set(EntryDocument.FROM, Date.from(changed.extent().start())),
                set(EntryDocument.UNTIL, Date.from(changed.extent().end())),
                set(EntryDocument.CLAIMS, changed.claims()),
                set(EntryDocument.PATIENT_CLAIMS, changed.patientClaims()),
                set(BookingDocument.APPOINTMENTS, BookingDocument.appointments(changed, reasons)),
                OutboxField.push(events),
                AuditField.push(EntryDocument.resourceKind(changed), changed.id(), changed.version()));
        if (ended.outOfTheWayOf(changed, () -> live.updateOne(before, update)).getMatchedCount() == 0) {
            throw new StaleEntryException();
        }
    }

    private static void requireOnce(CalendarEntry entry) {
        if (entry.claimsTwice()) {
            throw new ClaimTakenException();
        }
    }

    @Override
    public boolean remove(String siteId, String blockId) {
        // Kept as lifted, without claims: the record of who lifted it is part of the same write.
        Bson block = and(
                eq(EntryDocument.ID, blockId),
                eq(EntryDocument.SITE, siteId),
                eq(EntryDocument.KIND, EntryDocument.BLOCK));
        Bson lifted = combine(
                set(EntryDocument.KIND, EntryDocument.LIFTED_BLOCK),
                set(EntryDocument.CLAIMS, List.of(blockId)),
                inc(EntryDocument.VERSION, 1L),
                AuditField.push("block", blockId, null));
        return live.updateOne(block, lifted).getMatchedCount() > 0;
    }

    @Override
    public Optional<Booking> booking(String id) {
        Bson filter = and(eq(EntryDocument.ID, id), eq(EntryDocument.KIND, EntryDocument.BOOKING));
        return Optional.ofNullable(live.find(filter).projection(WITHOUT_CLAIMS).first())
                .or(() -> Optional.ofNullable(archive.find(filter).first()))
                .map(document -> BookingDocument.read(document, reasons));
    }

    @Override
    public List<Booking> bookingsOf(String patientId) {
        Bson filter = and(eq(EntryDocument.PATIENT, patientId), eq(EntryDocument.KIND, EntryDocument.BOOKING));
        return bookings(filter, true).stream()
                .sorted(Comparator.comparing(Booking::createdAt)
                        .thenComparing(Booking::id)
                        .reversed())
                .toList();
    }

    @Override
    public List<Booking> currentBookingsOf(String patientId) {
        return bookings(
                and(eq(EntryDocument.PATIENT, patientId), eq(EntryDocument.KIND, EntryDocument.BOOKING)), false);
    }

    @Override
    public List<Booking> commitmentsOf(String patientId) {
        return bookings(
                and(
                        eq(EntryDocument.PATIENT, patientId),
                        or(eq(EntryDocument.KIND, EntryDocument.BOOKING), HoldDocument.standsAt(clock.instant()))),
                false);
    }

    @Override
    public List<Booking> bookingsAt(String siteId, Quarters window) {
        boolean old = window.start().isBefore(clock.instant().minus(CalendarCollections.KEPT));
        return bookings(
                and(EntryDocument.touching(siteId, window), eq(EntryDocument.KIND, EntryDocument.BOOKING)), old);
    }

    @Override
    public List<Block> blocksAt(String siteId, Quarters window) {
        return live.find(and(EntryDocument.touching(siteId, window), eq(EntryDocument.KIND, EntryDocument.BLOCK)))
                .projection(WITHOUT_CLAIMS)
                .map(document -> EntryDocument.readBlock(document, reasons))
                .into(new ArrayList<>());
    }

    @Override
    public List<Hold> holdsAt(String siteId, Quarters window) {
        return live.find(and(EntryDocument.touching(siteId, window), HoldDocument.standsAt(clock.instant())))
                .projection(WITHOUT_CLAIMS)
                .map(document -> HoldDocument.read(document, reasons))
                .into(new ArrayList<>());
    }

    @Override
    public Taken takenAt(String siteId, Quarters window, String exceptEntryId) {
        List<String> claims = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        Bson others = and(
                EntryDocument.touching(siteId, window),
                ne(EntryDocument.ID, exceptEntryId),
                or(exists(HoldDocument.EXPIRES_AT, false), HoldDocument.standsAt(clock.instant())));
        live.find(others).projection(TAKEN).forEach(entry -> {
            claims.addAll(entry.getList(EntryDocument.CLAIMS, String.class));
            if (EntryDocument.BLOCK.equals(entry.getString(EntryDocument.KIND))) {
                blocks.add(EntryDocument.readBlock(entry, reasons));
            }
        });
        return new Taken(claims, blocks);
    }

    /** An entry that is just being moved to the archive may be in both; the current one counts. */
    private List<Booking> bookings(Bson filter, boolean withArchive) {
        Map<String, Booking> found = new LinkedHashMap<>();
        if (withArchive) {
            archive.find(filter)
                    .map(document -> BookingDocument.read(document, reasons))
                    .forEach(booking -> found.put(booking.id(), booking));
        }
        live.find(filter)
                .projection(WITHOUT_CLAIMS)
                .map(document -> BookingDocument.read(document, reasons))
                .forEach(booking -> found.put(booking.id(), booking));
        return List.copyOf(found.values());
    }
}

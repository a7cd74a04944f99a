package io.dendrite.scheduling.calendar.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Hold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The form of a hold in the database: that of the booking it becomes, and what is the hold's own. */
final class HoldDocument {

    static final String EXPIRES_AT = "expiresAt";
    static final String HELD_BY = "heldBy";
    static final String WAITLIST_ENTRY = "waitlistEntry";

    /** In a booking that was a hold: the id of the request that booked it. */
    static final String BOOKING_REQUEST = "bookingRequest";

    private static final String EXTENDED = "extended";
    private static final String PLACE = "place";

    private HoldDocument() {}

    static Document write(Hold hold, Document document, SealedReasons reasons) {
        BookingDocument.write(hold.visits(), document, reasons)
                .append(EXPIRES_AT, Date.from(hold.expiresAt()))
                .append(EXTENDED, hold.extended())
                .append(HELD_BY, hold.heldBy())
                .append(PLACE, hold.place());
        if (hold.waitlistEntry() != null) {
            document.append(WAITLIST_ENTRY, hold.waitlistEntry());
        }
        return document;
    }

    static Hold read(Document document, SealedReasons reasons) {
        return new Hold(
                BookingDocument.read(document, reasons),
                document.getDate(EXPIRES_AT).toInstant(),
                document.getBoolean(EXTENDED),
                document.getString(HELD_BY),
                document.getInteger(PLACE),
                document.getString(WAITLIST_ENTRY));
    }

    /** What makes a hold another's version: its longer life. */
    static Bson longer(Hold hold) {
        return combine(
                set(EntryDocument.VERSION, hold.version()),
                set(EXPIRES_AT, Date.from(hold.expiresAt())),
                set(EXTENDED, hold.extended()));
    }

    /** What makes the booking of a hold's document: the same places, and no claim but those of any booking. */
    static Bson booked(Booking booking, String request, SealedReasons reasons) {
        List<Bson> changes = new ArrayList<>();
        BookingDocument.write(booking, new Document(), reasons).forEach((name, value) -> changes.add(set(name, value)));
        changes.add(set(EntryDocument.KIND, EntryDocument.BOOKING));
        changes.add(set(EntryDocument.VERSION, booking.version()));
        changes.add(set(EntryDocument.CLAIMS, booking.claims()));
        changes.add(set(EntryDocument.PATIENT_CLAIMS, booking.patientClaims()));
        changes.add(set(BOOKING_REQUEST, request));
        changes.add(unset(EXPIRES_AT));
        changes.add(unset(EXTENDED));
        changes.add(unset(PLACE));
        return combine(changes);
    }

    /** What ends a hold: it stays as ended, without claims, and is history from now on, whenever its visits were to be. */
    static Bson ended(String id, long version, Instant now) {
        return combine(
                set(EntryDocument.KIND, EntryDocument.ENDED_HOLD),
                set(EntryDocument.VERSION, version),
                set(EntryDocument.CLAIMS, List.of(id)),
                set(EntryDocument.PATIENT_CLAIMS, List.of(id)),
                set(EntryDocument.FROM, Date.from(now)),
                set(EntryDocument.UNTIL, Date.from(now)),
                unset(EXPIRES_AT),
                unset(EXTENDED),
                unset(PLACE),
                unset(BookingDocument.APPOINTMENTS));
    }

    /** Holds that have not expired. */
    static Bson standsAt(Instant now) {
        return and(eq(EntryDocument.KIND, EntryDocument.HOLD), gt(EXPIRES_AT, Date.from(now)));
    }

    /** Holds that have expired and are there nevertheless. */
    static Bson expiredAt(Instant now) {
        return and(eq(EntryDocument.KIND, EntryDocument.HOLD), lte(EXPIRES_AT, Date.from(now)));
    }
}

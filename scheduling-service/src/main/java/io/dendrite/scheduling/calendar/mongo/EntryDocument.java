package io.dendrite.scheduling.calendar.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.BlockKind;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.CalendarEntry;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.calendar.model.Quarters;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** What all entries have in common in the database, and the form of a block. */
final class EntryDocument {

    static final String ID = "_id";
    static final String KIND = "kind";
    static final String SITE = "site";
    static final String CLAIMS = "claims";
    static final String PATIENT_CLAIMS = "patientClaims";
    static final String VERSION = "version";
    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String PATIENT = "patientId";
    static final String CREATED_AT = "createdAt";

    static final String BOOKING = "BOOKING";
    static final String HOLD = "HOLD";
    static final String ENDED_HOLD = "ENDED_HOLD";
    static final String BLOCK = "BLOCK";
    static final String LIFTED_BLOCK = "LIFTED_BLOCK";

    private static final String BLOCK_KIND = "blockKind";
    private static final String BLOCKED = "blocked";
    private static final String WHOLE_SITE = "wholeSite";
    private static final String REASON = "reason";
    private static final String SOURCE = "source";

    /** What {@link #readBlock} reads. */
    static final List<String> OF_BLOCK =
            List.of(BLOCK_KIND, SITE, FROM, UNTIL, BLOCKED, WHOLE_SITE, REASON, CREATED_AT, SOURCE);

    private EntryDocument() {}

    /** The entries of a site with something in the window. */
    static Bson touching(String siteId, Quarters window) {
        return and(eq(SITE, siteId), gt(UNTIL, Date.from(window.start())), lt(FROM, Date.from(window.end())));
    }

    /** How the audit calls what an entry is. */
    static String resourceKind(CalendarEntry entry) {
        if (entry instanceof Hold) {
            return "hold";
        }
        return entry instanceof Block ? "block" : "booking";
    }

    /** The whole document of an entry, without an outbox. */
    static Document write(CalendarEntry entry, SealedReasons reasons) {
        Document document = new Document(ID, entry.id())
                .append(SITE, entry.siteId())
                .append(VERSION, entry.version())
                .append(FROM, Date.from(entry.extent().start()))
                .append(UNTIL, Date.from(entry.extent().end()))
                .append(CLAIMS, entry.claims())
                .append(PATIENT_CLAIMS, entry.patientClaims());
        if (entry instanceof Booking booking) {
            return BookingDocument.write(booking, document.append(KIND, BOOKING), reasons);
        }
        if (entry instanceof Hold hold) {
            return HoldDocument.write(hold, document.append(KIND, HOLD), reasons);
        }
        if (entry instanceof Block block) {
            return write(block, document.append(KIND, BLOCK), reasons);
        }
        throw new IllegalArgumentException("an entry of an unknown kind: " + entry.getClass());
    }

    static Block readBlock(Document document, SealedReasons reasons) {
        return new Block(
                document.getString(ID),
                BlockKind.valueOf(document.get(BLOCK_KIND, BlockKind.CLOSURE.name())),
                document.getString(SITE),
                Quarters.covering(
                        document.getDate(FROM).toInstant(),
                        document.getDate(UNTIL).toInstant()),
                document.getList(BLOCKED, Document.class).stream()
                        .map(blocked -> new Block.BlockedResource(blocked.getString("id"), blocked.getInteger("lanes")))
                        .toList(),
                document.getBoolean(WHOLE_SITE),
                reasons.ofClinic(document.get(REASON, Binary.class)),
                document.getDate(CREATED_AT).toInstant(),
                document.getString(SOURCE),
                Set.of());
    }

    private static Document write(Block block, Document document, SealedReasons reasons) {
        if (block.source() != null) {
            document.append(SOURCE, block.source());
        }
        return document.append(BLOCK_KIND, block.kind().name())
                .append(
                        BLOCKED,
                        block.resources().stream()
                                .map(resource -> new Document("id", resource.id()).append("lanes", resource.lanes()))
                                .toList())
                .append(WHOLE_SITE, block.wholeSite())
                .append(REASON, reasons.ofClinic(block.reason()))
                .append(CREATED_AT, Date.from(block.createdAt()));
    }
}

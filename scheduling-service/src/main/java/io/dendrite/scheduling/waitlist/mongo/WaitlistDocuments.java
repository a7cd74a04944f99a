package io.dendrite.scheduling.waitlist.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import io.dendrite.encryption.KeyDestroyedException;
import io.dendrite.encryption.PatientSeal;
import io.dendrite.scheduling.mongo.VersionedDocuments;
import io.dendrite.scheduling.waitlist.model.MadeOffer;
import io.dendrite.scheduling.waitlist.model.OfferOutcome;
import io.dendrite.scheduling.waitlist.model.Urgency;
import io.dendrite.scheduling.waitlist.model.UrgencyReason;
import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import io.dendrite.scheduling.waitlist.model.WaitlistStatus;
import io.dendrite.scheduling.waitlist.model.WantedTimes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of an entry in the database. Why somebody is urgent is sealed with the patient's key. */
@Component
class WaitlistDocuments {

    static final String PATIENT = "patientId";
    static final String SINCE = "since";

    private static final String REASON = "reason";
    private static final String STATUS = "status";
    private static final String OFFERS = "offers";
    private static final String BOOKING = "bookingId";

    private final PatientSeal seal;

    WaitlistDocuments(PatientSeal seal) {
        this.seal = seal;
    }

    /** The document of a new entry. */
    Document write(WaitlistEntry entry) {
        WantedTimes times = entry.times();
        Document document = new Document("_id", entry.id())
                .append(PATIENT, entry.patientId())
                .append("treatmentId", entry.treatmentId())
                .append("siteIds", entry.siteIds())
                .append("from", times.from().toString())
                .append("to", times.to().toString())
                .append(
                        "weekdays",
                        times.weekdays().stream().map(DayOfWeek::name).sorted().toList())
                .append("notBefore", times.notBefore().toString())
                .append("before", times.before().toString())
                .append("urgency", entry.urgency().name())
                .append(SINCE, Date.from(entry.since()))
                .append(STATUS, entry.status().name())
                .append(OFFERS, offers(entry))
                .append(VersionedDocuments.VERSION, entry.version());
        UrgencyReason reason = entry.reason();
        if (reason != null) {
            document.append(REASON, new Binary(seal.seal(entry.patientId(), Map.of(REASON, reason.name()))));
        }
        return document;
    }

    /** The part of an update that stores what changes in the life of an entry. */
    static Bson change(WaitlistEntry entry) {
        Bson change = combine(set(STATUS, entry.status().name()), set(OFFERS, offers(entry)));
        return entry.bookingId() == null ? change : combine(change, set(BOOKING, entry.bookingId()));
    }

    WaitlistEntry read(Document document) {
        String patientId = document.getString(PATIENT);
        return new WaitlistEntry(
                document.getString("_id"),
                patientId,
                document.getString("treatmentId"),
                document.getList("siteIds", String.class),
                new WantedTimes(
                        LocalDate.parse(document.getString("from")),
                        LocalDate.parse(document.getString("to")),
                        document.getList("weekdays", String.class).stream()
                                .map(DayOfWeek::valueOf)
                                .collect(Collectors.toSet()),
                        LocalTime.parse(document.getString("notBefore")),
                        LocalTime.parse(document.getString("before"))),
                Urgency.valueOf(document.getString("urgency")),
                reason(patientId, document.get(REASON, Binary.class)),
                document.getDate(SINCE).toInstant(),
                WaitlistStatus.valueOf(document.getString(STATUS)),
                document.getList(OFFERS, Document.class).stream()
                        .map(WaitlistDocuments::readOffer)
                        .toList(),
                document.getString(BOOKING),
                VersionedDocuments.version(document));
    }

    /** What was sealed; null when there was nothing, or the patient is erased. */
    private @Nullable UrgencyReason reason(String patientId, @Nullable Binary sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return UrgencyReason.valueOf(
                    Objects.toString(seal.open(patientId, sealed.getData()).get(REASON)));
        } catch (KeyDestroyedException erased) {
            return null;
        }
    }

    private static List<Document> offers(WaitlistEntry entry) {
        return entry.offers().stream().map(WaitlistDocuments::write).toList();
    }

    private static Document write(MadeOffer offer) {
        Document document = new Document("holdId", offer.holdId())
                .append("site", offer.siteId())
                .append("start", Date.from(offer.start()))
                .append("end", Date.from(offer.end()))
                .append("madeAt", Date.from(offer.madeAt()))
                .append("expiresAt", Date.from(offer.expiresAt()))
                .append("outcome", offer.outcome().name());
        Instant endedAt = offer.endedAt();
        return endedAt == null ? document : document.append("endedAt", Date.from(endedAt));
    }

    private static MadeOffer readOffer(Document document) {
        Date endedAt = document.getDate("endedAt");
        return new MadeOffer(
                document.getString("holdId"),
                document.getString("site"),
                document.getDate("start").toInstant(),
                document.getDate("end").toInstant(),
                document.getDate("madeAt").toInstant(),
                document.getDate("expiresAt").toInstant(),
                OfferOutcome.valueOf(document.getString("outcome")),
                endedAt == null ? null : endedAt.toInstant());
    }
}

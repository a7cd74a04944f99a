package io.dendrite.notification.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.dendrite.notification.ledger.model.NoticeStatus;
import io.dendrite.notification.mailbox.application.SentNotices;
import io.dendrite.notification.store.StoreCalls;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Sent rows of the ledger; only those that count as sent change. */
@Repository
class MongoSentNotices implements SentNotices {

    /** Also one that came back before: its report may be read twice. */
    private static final List<String> WENT_OUT = List.of(NoticeStatus.SENT.name(), NoticeStatus.BOUNCED.name());

    private final MongoCollection<Document> notices;

    MongoSentNotices(MongoDatabase database) {
        notices = database.getCollection(NoticeFields.NOTICES);
    }

    @Override
    public Optional<Sent> byId(String noticeId) {
        return first(eq("_id", noticeId));
    }

    @Override
    public Optional<Sent> byMessageId(String messageId) {
        return first(eq(NoticeFields.MESSAGE_ID, messageId));
    }

    private Optional<Sent> first(Bson filter) {
        return StoreCalls.reaching(() -> Optional.ofNullable(
                        notices.find(and(filter, in(NoticeFields.STATUS, WENT_OUT), exists(NoticeFields.PATIENT_ID)))
                                .first())
                .map(found -> new Sent(
                        found.getString("_id"),
                        found.getString(NoticeFields.PATIENT_ID),
                        found.getDate(NoticeFields.CREATED_AT).toInstant())));
    }

    @Override
    public Optional<String> patientOf(String appointmentId) {
        return StoreCalls.reaching(() -> Optional.ofNullable(
                        notices.find(and(eq("visits.appointmentId", appointmentId), exists(NoticeFields.PATIENT_ID)))
                                .first())
                .map(found -> found.getString(NoticeFields.PATIENT_ID)));
    }

    @Override
    public boolean bounced(String noticeId, String reason) {
        return change(
                noticeId,
                combine(set(NoticeFields.STATUS, NoticeStatus.BOUNCED.name()), set(NoticeFields.LAST_ERROR, reason)));
    }

    @Override
    public boolean again(String noticeId, Instant due, String reason) {
        return change(
                noticeId,
                combine(
                        set(NoticeFields.STATUS, NoticeStatus.PENDING.name()),
                        set(NoticeFields.LAST_ERROR, reason),
                        set(NoticeFields.DUE_AT, Date.from(due)),
                        set(NoticeFields.CLAIMABLE_AT, Date.from(due))));
    }

    private boolean change(String noticeId, Bson change) {
        return StoreCalls.reaching(() ->
                notices.updateOne(and(eq("_id", noticeId), eq(NoticeFields.STATUS, NoticeStatus.SENT.name())), change)
                                .getMatchedCount()
                        == 1);
    }
}

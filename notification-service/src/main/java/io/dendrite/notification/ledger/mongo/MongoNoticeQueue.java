package io.dendrite.notification.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.result.UpdateResult;
import io.dendrite.notification.ledger.application.Claim;
import io.dendrite.notification.ledger.application.NoticeQueue;
import io.dendrite.notification.ledger.model.NoticeStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Claims rows of the ledger by one conditional update each: whoever changes the row has it. */
@Repository
class MongoNoticeQueue implements NoticeQueue {

    private static final List<String> OPEN = List.of(NoticeStatus.PENDING.name(), NoticeStatus.SENDING.name());

    private final MongoCollection<Document> notices;

    MongoNoticeQueue(MongoDatabase database) {
        notices = database.getCollection(NoticeFields.NOTICES);
    }

    @Override
    public Optional<Claim> claimDue(String owner, Instant now, Instant leaseUntil, Collection<String> except) {
        List<Bson> due = new ArrayList<>();
        due.add(lte(NoticeFields.CLAIMABLE_AT, Date.from(now)));
        due.add(in(NoticeFields.STATUS, OPEN));
        if (!except.isEmpty()) {
            due.add(nin("_id", except));
        }
        Bson take = combine(
                set(NoticeFields.STATUS, NoticeStatus.SENDING.name()),
                set(NoticeFields.OWNER, owner),
                set(NoticeFields.CLAIMABLE_AT, Date.from(leaseUntil)),
                inc(NoticeFields.ATTEMPTS, 1));
        FindOneAndUpdateOptions longestDueFirst = new FindOneAndUpdateOptions()
                .sort(Sorts.ascending(NoticeFields.CLAIMABLE_AT))
                .returnDocument(ReturnDocument.AFTER);
        return MongoCalls.reaching(() -> Optional.ofNullable(notices.findOneAndUpdate(and(due), take, longestDueFirst)))
                .map(document -> new Claim(NoticeDocuments.toNotice(document), owner, leaseUntil));
    }

    @Override
    public void markSent(Claim claim, Instant sentAt, String messageId) {
        Bson sent = combine(
                set(NoticeFields.STATUS, NoticeStatus.SENT.name()),
                set("sentAt", Date.from(sentAt)),
                unset(NoticeFields.LAST_ERROR),
                unset(NoticeFields.OWNER),
                unset(NoticeFields.CLAIMABLE_AT));
        Bson row = eq("_id", claim.notice().id().value());
        MongoCalls.reaching(() -> {
            UpdateResult known = notices.updateOne(
                    and(row, exists(NoticeFields.PATIENT_ID)), combine(sent, set(NoticeFields.MESSAGE_ID, messageId)));
            // The patient was erased while it was being sent: the message's id would tie the row to the patient again.
            return known.getMatchedCount() == 0 ? notices.updateOne(row, sent) : known;
        });
    }

    @Override
    public boolean markSkipped(Claim claim, String reason) {
        return settle(claim, NoticeStatus.SKIPPED, reason);
    }

    @Override
    public boolean markFailed(Claim claim, String reason) {
        return settle(claim, NoticeStatus.FAILED, reason);
    }

    private boolean settle(Claim claim, NoticeStatus status, String reason) {
        return update(
                claim,
                combine(
                        set(NoticeFields.STATUS, status.name()),
                        set(NoticeFields.LAST_ERROR, reason),
                        unset(NoticeFields.OWNER),
                        unset(NoticeFields.CLAIMABLE_AT)));
    }

    @Override
    public boolean retryAt(Claim claim, Instant when, String reason) {
        return update(
                claim,
                combine(
                        set(NoticeFields.STATUS, NoticeStatus.PENDING.name()),
                        set(NoticeFields.LAST_ERROR, reason),
                        set(NoticeFields.DUE_AT, Date.from(when)),
                        set(NoticeFields.CLAIMABLE_AT, Date.from(when)),
                        unset(NoticeFields.OWNER)));
    }

    @Override
    public boolean release(Claim claim) {
        Date due = Date.from(claim.notice().progress().dueAt());
        return update(
                claim,
                combine(
                        set(NoticeFields.STATUS, NoticeStatus.PENDING.name()),
                        set(NoticeFields.CLAIMABLE_AT, due),
                        inc(NoticeFields.ATTEMPTS, -1),
                        unset(NoticeFields.OWNER)));
    }

    /** The number of attempts rises with each claim, so it tells this claim from a later one of the same owner. */
    private boolean update(Claim claim, Bson change) {
        Bson stillHeld = and(
                eq("_id", claim.notice().id().value()),
                eq(NoticeFields.STATUS, NoticeStatus.SENDING.name()),
                eq(NoticeFields.OWNER, claim.owner()),
                eq(NoticeFields.ATTEMPTS, claim.notice().progress().attempts()));
        return MongoCalls.reaching(() -> notices.updateOne(stillHeld, change).getMatchedCount() == 1);
    }
}

package io.dendrite.notification.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Projections.include;
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
import io.dendrite.notification.ledger.application.Backlog;
import io.dendrite.notification.ledger.application.Claim;
import io.dendrite.notification.ledger.application.NoticeQueue;
import io.dendrite.notification.ledger.model.NoticeKind;
import io.dendrite.notification.ledger.model.NoticeStatus;
import io.dendrite.notification.store.StoreCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Claims rows of the ledger by one conditional update each: whoever changes the row has it. */
@Repository
class MongoNoticeQueue implements NoticeQueue {

    private static final String PENDING = NoticeStatus.PENDING.name();
    private static final List<String> OPEN = List.of(PENDING, NoticeStatus.SENDING.name());

    /** How many candidates are found by one query; what is due more urgently waits for no more than these. */
    private static final int AT_A_TIME = 32;

    private final MongoCollection<Document> notices;
    private final Queue<String> candidates = new ConcurrentLinkedQueue<>();

    /** The latest moment that a sender has asked for, in milliseconds of the epoch, as the database keeps times. */
    private final AtomicLong latest = new AtomicLong();

    /** When the last look began that found nothing, by {@link System#nanoTime()}. */
    private long nothingSince = System.nanoTime() - Duration.ofDays(1).toNanos();

    MongoNoticeQueue(MongoDatabase database) {
        notices = database.getCollection(NoticeFields.NOTICES);
    }

    /**
     * Finds some candidates at a time: whoever changes one of them by its primary key has it, so a candidate that another
     * instance was faster to take costs a look and nothing else.
     */
    @Override
    public Optional<Claim> claimDue(String owner, Instant now, Instant leaseUntil, Collection<String> except) {
        latest.accumulateAndGet(now.toEpochMilli(), Math::max);
        long asked = System.nanoTime();
        boolean looked = false;
        while (true) {
            String id = candidates.poll();
            if (id == null) {
                if (looked || !findCandidates(asked, except)) {
                    return Optional.empty();
                }
                looked = true;
            } else if (!except.contains(id)) {
                Optional<Claim> claim = claim(id, owner, now, leaseUntil);
                if (claim.isPresent()) {
                    return claim;
                }
            }
        }
    }

    private Optional<Claim> claim(String id, String owner, Instant now, Instant leaseUntil) {
        Bson take = combine(
                set(NoticeFields.STATUS, NoticeStatus.SENDING.name()),
                set(NoticeFields.OWNER, owner),
                set(NoticeFields.CLAIMABLE_AT, Date.from(leaseUntil)),
                inc(NoticeFields.ATTEMPTS, 1));
        FindOneAndUpdateOptions taken = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return StoreCalls.reaching(() ->
                        Optional.ofNullable(notices.findOneAndUpdate(and(eq("_id", id), due(now)), take, taken)))
                .map(document -> new Claim(NoticeDocuments.toNotice(document), owner, leaseUntil));
    }

    private static Bson due(Instant now) {
        return and(lte(NoticeFields.CLAIMABLE_AT, Date.from(now)), in(NoticeFields.STATUS, OPEN));
    }

    /**
     * Reminders come last: after an outage, thousands of them must not keep a confirmation waiting. Senders that are woken
     * together wait here for each other, and a look that began after one had asked answers that one too.
     */
    private synchronized boolean findCandidates(long asked, Collection<String> except) {
        if (!candidates.isEmpty()) {
            return true;
        }
        if (nothingSince - asked > 0) {
            return false;
        }
        long began = System.nanoTime();
        Instant now = Instant.ofEpochMilli(latest.get());
        Bson reminder = eq("kind", NoticeKind.APPOINTMENT_REMINDER.name());
        boolean found = find(and(due(now), ne("kind", NoticeKind.APPOINTMENT_REMINDER.name())), except)
                || find(and(due(now), reminder), except);
        if (!found) {
            nothingSince = began;
        }
        return found;
    }

    private boolean find(Bson filter, Collection<String> except) {
        List<String> found = StoreCalls.reaching(() -> notices.find(and(filter, nin("_id", except)))
                .sort(Sorts.ascending(NoticeFields.CLAIMABLE_AT))
                .projection(include("_id"))
                .limit(AT_A_TIME)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>()));
        candidates.addAll(found);
        return !found.isEmpty();
    }

    @Override
    public Backlog backlog(Instant now) {
        Bson due = and(in(NoticeFields.STATUS, OPEN), lte(NoticeFields.DUE_AT, Date.from(now)));
        Bson later = and(eq(NoticeFields.STATUS, PENDING), gt(NoticeFields.DUE_AT, Date.from(now)));
        return StoreCalls.reaching(() -> new Backlog(
                notices.countDocuments(due),
                notices.countDocuments(later),
                Optional.ofNullable(notices.find(due)
                                .sort(Sorts.ascending(NoticeFields.DUE_AT))
                                .projection(include(NoticeFields.DUE_AT))
                                .first())
                        .map(oldest -> oldest.getDate(NoticeFields.DUE_AT).toInstant())));
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
        StoreCalls.reaching(() -> {
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
        return update(claim, combine(set(NoticeFields.DUE_AT, Date.from(when)), pendingUntil(when, reason)));
    }

    @Override
    public boolean holdUntil(Claim claim, Instant when, String reason) {
        return update(claim, pendingUntil(when, reason));
    }

    private static Bson pendingUntil(Instant when, String reason) {
        return combine(
                set(NoticeFields.STATUS, PENDING),
                set(NoticeFields.LAST_ERROR, reason),
                set(NoticeFields.CLAIMABLE_AT, Date.from(when)),
                unset(NoticeFields.OWNER));
    }

    @Override
    public boolean release(Claim claim) {
        Date due = Date.from(claim.notice().progress().dueAt());
        return update(
                claim,
                combine(
                        set(NoticeFields.STATUS, PENDING),
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
        return StoreCalls.reaching(() -> notices.updateOne(stillHeld, change).getMatchedCount() == 1);
    }
}

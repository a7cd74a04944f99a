package io.dendrite.notification.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import io.dendrite.notification.ledger.application.Ledger;
import io.dendrite.notification.ledger.application.NoticePage;
import io.dendrite.notification.ledger.application.NoticeQuery;
import io.dendrite.notification.ledger.model.AppointmentState;
import io.dendrite.notification.ledger.model.LedgerLine;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeId;
import io.dendrite.notification.ledger.model.NoticeKind;
import io.dendrite.notification.ledger.model.NoticeStatus;
import io.dendrite.notification.store.StoreCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The ledger as one collection whose primary key is the notice's derived id. */
@Repository
class MongoLedger implements Ledger {

    private final MongoCollection<Document> notices;

    MongoLedger(MongoDatabase database) {
        notices = database.getCollection(NoticeFields.NOTICES);
    }

    @Override
    public int record(List<Notice> added) {
        if (added.isEmpty()) {
            return 0;
        }
        List<Document> rows = added.stream().map(NoticeDocuments::toDocument).toList();
        return StoreCalls.reaching(() -> {
            try {
                return notices.insertMany(rows, new InsertManyOptions().ordered(false))
                        .getInsertedIds()
                        .size();
            } catch (MongoBulkWriteException e) {
                if (e.getWriteErrors().stream().allMatch(MongoLedger::isKnown) && e.getWriteConcernError() == null) {
                    return rows.size() - e.getWriteErrors().size();
                }
                throw e;
            }
        });
    }

    private static boolean isKnown(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    @Override
    public void voidReminders(AppointmentState newest) {
        Bson outdated = and(
                elemMatch(
                        "visits", and(eq("appointmentId", newest.appointmentId()), lt("sequence", newest.sequence()))),
                eq("kind", NoticeKind.APPOINTMENT_REMINDER.name()),
                eq(NoticeFields.STATUS, NoticeStatus.PENDING.name()));
        String reason = newest.cancelled() ? "superseded by a cancellation" : "superseded by a later change";
        StoreCalls.reaching(() -> notices.updateMany(
                outdated,
                combine(
                        set(NoticeFields.STATUS, NoticeStatus.SKIPPED.name()),
                        set(NoticeFields.LAST_ERROR, reason),
                        unset(NoticeFields.CLAIMABLE_AT))));
    }

    @Override
    public boolean recordErased(Notice notice) {
        return insert(NoticeDocuments.toErasedDocument(notice));
    }

    private boolean insert(Document notice) {
        return StoreCalls.reaching(() -> {
            try {
                notices.insertOne(notice);
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<LedgerLine> find(NoticeId id) {
        return StoreCalls.reaching(() ->
                Optional.ofNullable(notices.find(eq("_id", id.value())).first()).map(NoticeDocuments::toLine));
    }

    @Override
    public Optional<Notice> notice(NoticeId id) {
        return StoreCalls.reaching(() -> Optional.ofNullable(
                        notices.find(and(eq("_id", id.value()), exists(NoticeFields.PATIENT_ID)))
                                .first())
                .map(NoticeDocuments::toNotice));
    }

    @Override
    public void markResent(NoticeId id) {
        StoreCalls.reaching(() -> notices.updateOne(eq("_id", id.value()), set(NoticeFields.RESENT, true)));
    }

    @Override
    public List<Notice> failed(@Nullable Set<String> sites, @Nullable Instant from, @Nullable Instant to, int limit) {
        List<Bson> all = new ArrayList<>(List.of(
                eq(NoticeFields.STATUS, NoticeStatus.FAILED.name()),
                exists(NoticeFields.RESENT, false),
                exists(NoticeFields.PATIENT_ID)));
        if (sites != null) {
            all.add(in(NoticeFields.SITE_ID, sites));
        }
        if (from != null) {
            all.add(gte(NoticeFields.CREATED_AT, Date.from(from)));
        }
        if (to != null) {
            all.add(lt(NoticeFields.CREATED_AT, Date.from(to)));
        }
        return StoreCalls.reaching(() -> notices.find(and(all))
                .sort(ascending(NoticeFields.CREATED_AT, "_id"))
                .limit(limit)
                .map(NoticeDocuments::toNotice)
                .into(new ArrayList<>()));
    }

    @Override
    public NoticePage list(NoticeQuery query) {
        // One more than asked for tells whether another page follows.
        List<LedgerLine> found = StoreCalls.reaching(() -> notices.find(filter(query))
                .sort(descending(NoticeFields.CREATED_AT, "_id"))
                .limit(query.limit() + 1)
                .map(NoticeDocuments::toLine)
                .into(new ArrayList<>()));
        if (found.size() <= query.limit()) {
            return new NoticePage(found, null);
        }
        List<LedgerLine> page = found.subList(0, query.limit());
        LedgerLine last = page.get(page.size() - 1);
        return new NoticePage(
                page, new NoticeQuery.Position(last.createdAt(), last.id().value()));
    }

    private static Bson filter(NoticeQuery query) {
        List<Bson> all = new ArrayList<>();
        if (query.patientId() != null) {
            all.add(eq(NoticeFields.PATIENT_ID, query.patientId()));
        }
        if (query.bookingId() != null) {
            all.add(eq(NoticeFields.BOOKING_ID, query.bookingId()));
        }
        if (query.status() != null) {
            all.add(eq(NoticeFields.STATUS, query.status().name()));
        }
        if (query.sites() != null) {
            all.add(in(NoticeFields.SITE_ID, query.sites()));
        }
        NoticeQuery.Position after = query.after();
        if (after != null) {
            Date at = Date.from(after.createdAt());
            all.add(or(lt(NoticeFields.CREATED_AT, at), and(eq(NoticeFields.CREATED_AT, at), lt("_id", after.id()))));
        }
        return all.isEmpty() ? new Document() : and(all);
    }
}

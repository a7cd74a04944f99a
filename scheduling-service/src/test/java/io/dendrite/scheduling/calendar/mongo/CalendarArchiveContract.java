package io.dendrite.scheduling.calendar.mongo;

import static io.dendrite.scheduling.calendar.Bookings.NOW;
import static io.dendrite.scheduling.calendar.Bookings.SIGNED;
import static io.dendrite.scheduling.calendar.Bookings.event;
import static io.dendrite.scheduling.calendar.Bookings.inChair;
import static io.dendrite.scheduling.calendar.Bookings.inResource;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.dendrite.audit.mongo.AuditField;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.outbox.OutboxField;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the calendar promises about the past. */
abstract class CalendarArchiveContract extends CalendarRaceContract {

    private static final long WEEK_AGO = START - 8 - 7 * 96;
    private static final long OLD = WEEK_AGO - 5;

    private CalendarArchive archive;

    @BeforeEach
    void emptyArchive() {
        archive = new CalendarArchive(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** As the job does it once the audit has taken the records out of the entries. */
    private int movePast() {
        database.getCollection(CalendarCollections.LIVE)
                .updateMany(
                        new Document(),
                        Updates.combine(Updates.set(AuditField.RECORDS, List.of()), Updates.unset(AuditField.SINCE)));
        return archive.movePast();
    }

    @Test
    void keepsAnEntryInWhichAnAuditRecordWaits() {
        add(inChair("old", "p1", OLD));

        assertThat(archive.movePast()).isZero();
        assertThat(movePast()).isEqualTo(1);
    }

    private long live() {
        return database.getCollection(CalendarCollections.LIVE).countDocuments();
    }

    private long archived() {
        return database.getCollection(CalendarCollections.ARCHIVE).countDocuments();
    }

    @Test
    void movesOnlyWhatEndedMoreThanAWeekAgo() {
        add(inChair("old", "p1", OLD));
        add(inResource("week", "harbor", "p2", "chair-1", WEEK_AGO - 4));
        add(inChair("course", "p2", OLD - 50, START));

        assertThat(movePast()).isEqualTo(1);

        assertThat(calendar.currentBookingsOf("p1")).isEmpty();
        assertThat(calendar.currentBookingsOf("p2"))
                .extracting(Booking::id)
                .containsExactlyInAnyOrder("week", "course");
        assertThat(archived()).isEqualTo(1);
    }

    @Test
    void keepsAnEntryInWhichAnEventWaits() {
        calendar.add(inChair("old", "p1", OLD), List.of(event("p1")));
        assertThat(movePast()).isZero();
        assertThat(archived()).isZero();

        database.getCollection(CalendarCollections.LIVE)
                .updateOne(
                        new Document("_id", "old"),
                        Updates.combine(Updates.set(OutboxField.EVENTS, List.of()), Updates.unset(OutboxField.SINCE)));
        assertThat(movePast()).isEqualTo(1);
        assertThat(live()).isZero();
    }

    @Test
    void findsTheArchivedLikeTheCurrent() {
        Booking old = inChair("old", "p1", OLD, OLD - 96).cancelled("old.2", "ill", SIGNED);
        Booking coming = inChair("coming", "p1", START);
        add(old);
        add(coming);
        movePast();

        assertThat(calendar.booking("old")).contains(old);
        assertThat(calendar.bookingsOf("p1")).containsExactlyInAnyOrder(old, coming);
        assertThat(calendar.bookingsAt("riverside", Quarters.starting(OLD, 2))).containsExactly(old);
        assertThat(calendar.currentBookingsOf("p1")).containsExactly(coming);
    }

    @Test
    void freesTheClaimsOfWhatItMoved() {
        add(inChair("old", "p1", OLD));
        movePast();

        assertThat(calendar.takenAt("riverside", Quarters.starting(OLD, 4), "").claims())
                .isEmpty();
        assertThat(database.getCollection(CalendarCollections.ARCHIVE).find().first())
                .doesNotContainKeys(EntryDocument.CLAIMS, EntryDocument.PATIENT_CLAIMS, OutboxField.EVENTS);
    }

    @Test
    void changesNothingWhenRunAgain() {
        add(inChair("old", "p1", OLD));
        movePast();
        Document once =
                database.getCollection(CalendarCollections.ARCHIVE).find().first();

        assertThat(movePast()).isZero();

        assertThat(archived()).isEqualTo(1);
        assertThat(database.getCollection(CalendarCollections.ARCHIVE).find().first())
                .isEqualTo(once);
    }

    @Test
    void continuesAfterACrashBetweenCopyAndRemoval() {
        add(inChair("old", "p1", OLD));
        database.getCollection(CalendarCollections.ARCHIVE).insertOne(stored("old"));
        assertThat(calendar.bookingsOf("p1")).hasSize(1);

        assertThat(movePast()).isEqualTo(1);

        assertThat(live()).isZero();
        assertThat(calendar.bookingsOf("p1")).hasSize(1);
    }

    @Test
    void movesEachEntryOnceWhenSeveralInstancesRunIt() throws Exception {
        for (int number = 0; number < 50; number++) {
            add(inChair("old-" + number, "p1", OLD - 4L * number));
        }
        Runnable run = () -> movePast();

        assertThat(winners(List.of(run, run, run))).isEqualTo(3);

        assertThat(live()).isZero();
        assertThat(archived()).isEqualTo(50);
        assertThat(calendar.bookingsOf("p1")).hasSize(50);
    }
}

package io.dendrite.scheduling.calendar.mongo;

import static io.dendrite.scheduling.calendar.Bookings.NOW;
import static io.dendrite.scheduling.calendar.Bookings.event;
import static io.dendrite.scheduling.calendar.Bookings.held;
import static io.dendrite.scheduling.calendar.Bookings.inChair;
import static io.dendrite.scheduling.calendar.Bookings.inResource;
import static io.dendrite.scheduling.calendar.Bookings.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dendrite.audit.mongo.AuditField;
import io.dendrite.scheduling.calendar.application.Calendar;
import io.dendrite.scheduling.calendar.application.ClaimTakenException;
import io.dendrite.scheduling.calendar.application.EntryExistsException;
import io.dendrite.scheduling.calendar.application.Holds;
import io.dendrite.scheduling.calendar.application.Holds.Fate;
import io.dendrite.scheduling.calendar.application.StaleEntryException;
import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.BlockKind;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxField;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the calendar promises about holds. No cleaner runs here: what has expired is there until somebody needs it. */
abstract class HoldContract extends CalendarArchiveContract {

    private static final Instant EXPIRED = NOW.plusSeconds(600);
    private static final Instant LAST_MOMENT = EXPIRED.minusMillis(1);

    private final Hold hold = held(inChair("h1", "p1", START), "ana");
    private Holds holds;

    @BeforeEach
    void openHolds() {
        holds = holdsAt(NOW);
    }

    private Holds holdsAt(Instant now) {
        return new MongoHolds(database, StoredCalendar.reasons(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Calendar calendarAt(Instant now) {
        return new MongoCalendar(database, StoredCalendar.reasons(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void book(Holds at, String request) {
        at.book(hold, hold.booked(NOW), request, List.of(event("p1")));
    }

    @Test
    void countsWhatStands() {
        add(hold);

        assertThat(holds.standing()).isEqualTo(new Holds.Standing(1, 0));
        assertThat(holdsAt(EXPIRED).standing()).isEqualTo(new Holds.Standing(0, 0));
    }

    @Test
    void givesBackAHoldThatStands() {
        add(hold);

        assertThat(holds.hold("h1")).contains(hold);
        assertThat(holds.holdsAt("riverside")).containsExactly(hold);
        assertThat(holds.holdsAt("harbor")).isEmpty();
        assertThat(calendar.holdsAt("riverside", DAY)).containsExactly(hold);
        assertThat(calendar.holdsAt("riverside", Quarters.starting(START + 4, 9)))
                .isEmpty();
        assertThat(calendarAt(EXPIRED).holdsAt("riverside", DAY)).isEmpty();
        assertThat(holds.holdsBy("ana")).containsExactly(hold);
        assertThat(holds.holdsBy("bob")).isEmpty();
        assertThat(holds.holdsFor("p1")).containsExactly(hold);
        assertThat(holds.holdsFor("p2")).isEmpty();
    }

    @Test
    void countsAHoldAsOccupiedAndNotAsABooking() {
        add(hold);

        assertThat(calendar.takenAt("riverside", DAY, "").claims()).containsExactlyInAnyOrderElementsOf(hold.claims());
        assertThat(calendar.commitmentsOf("p1")).containsExactly(hold.visits());
        assertThat(calendar.booking("h1")).isEmpty();
        assertThat(calendar.bookingsOf("p1")).isEmpty();
        assertThat(calendar.currentBookingsOf("p1")).isEmpty();
        assertThat(calendar.bookingsAt("riverside", DAY)).isEmpty();
        assertThat(calendar.blocksAt("riverside", DAY)).isEmpty();
        assertThatExceptionOfType(ClaimTakenException.class).isThrownBy(() -> add(inChair("b1", "p2", START + 3)));
        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> add(inResource("b1", "harbor", "p1", "chair-1", START)));
        assertThatExceptionOfType(ClaimTakenException.class).isThrownBy(() -> add(block("k1", "chair-1", 1)));
    }

    @Test
    void showsNoHoldThatHasExpired() {
        add(hold);

        assertThat(holdsAt(LAST_MOMENT).hold("h1")).isPresent();
        assertThat(calendarAt(LAST_MOMENT).takenAt("riverside", DAY, "").claims())
                .isNotEmpty();
        assertThat(holdsAt(EXPIRED).hold("h1")).isEmpty();
        assertThat(holdsAt(EXPIRED).holdsAt("riverside")).isEmpty();
        assertThat(holdsAt(EXPIRED).holdsBy("ana")).isEmpty();
        assertThat(calendarAt(EXPIRED).takenAt("riverside", DAY, "").claims()).isEmpty();
        assertThat(calendarAt(EXPIRED).commitmentsOf("p1")).isEmpty();
    }

    @Test
    void standsInNobodysWayOnceItHasExpired() {
        add(hold);
        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> calendarAt(LAST_MOMENT).add(inChair("b1", "p2", START), List.of()));

        calendarAt(EXPIRED).add(inChair("b1", "p2", START), List.of());

        assertThat(stored("h1").getString("kind")).isEqualTo("ENDED_HOLD");
        assertThat(stored("h1").getList("claims", String.class)).containsExactly("h1");
        assertThat(stored("h1").getList("patientClaims", String.class)).containsExactly("h1");
    }

    @Test
    void letsWhatHasExpiredGoForItsPatientAtAnotherSite() {
        add(hold);

        calendarAt(EXPIRED).add(inResource("b1", "harbor", "p1", "chair-9", START + 2), List.of());

        assertThat(stored("h1").getString("kind")).isEqualTo("ENDED_HOLD");
    }

    @Test
    void letsWhatHasExpiredGoForAMoveAndABlock() {
        Booking booking = inChair("b1", "p2", START + 20);
        add(booking);
        add(hold);
        calendarAt(EXPIRED).replace(booking.moved("b1.1", visit("chair-1", 0, START + 2)), List.of(event("p2")));

        add(held(inChair("h2", "p3", START + 40), "ana"));
        calendarAt(EXPIRED)
                .add(
                        new Block(
                                "k1",
                                BlockKind.CLOSURE,
                                "riverside",
                                Quarters.starting(START + 40, 1),
                                List.of(new Block.BlockedResource("chair-1", 1)),
                                false,
                                "repair",
                                NOW),
                        List.of());

        assertThat(List.of(stored("h1"), stored("h2")))
                .extracting(entry -> entry.getString("kind"))
                .containsOnly("ENDED_HOLD");
    }

    @Test
    void letsWhatHasExpiredGoForTheNextHoldOfItsHolder() {
        add(hold);
        Hold next = held(inResource("h2", "harbor", "p2", "chair-9", START), "ana");
        assertThatExceptionOfType(ClaimTakenException.class).isThrownBy(() -> add(next));

        calendarAt(EXPIRED).add(next, List.of());
    }

    @Test
    void leavesWhatHasExpiredAloneWhenSomethingElseIsInTheWayToo() {
        add(hold);
        add(inChair("b1", "p2", START + 4));

        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> calendarAt(EXPIRED).add(inChair("b2", "p3", START + 2), List.of()));
        assertThat(calendar.booking("b2")).isEmpty();
    }

    @Test
    void keepsPlacesOfEachHolderApart() {
        add(hold);

        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> add(held(inChair("h2", "p2", START + 10), "ana")));
        add(held(inChair("h2", "p2", START + 10), "bob"));
        add(Hold.of(inChair("h3", "p3", START + 20), Duration.ofMinutes(10), "ana", 2, null));
        add(Hold.of(inChair("h4", "p4", START + 30), Duration.ofMinutes(10), "ana", 0, null));
    }

    @Test
    void makesOneOpenOfferToAnEntryOfTheWaitingList() {
        Hold offer = Hold.of(inChair("h1", "p1", START), Duration.ofHours(1), "waitlist", 0, "w1");
        add(offer);

        assertThat(holds.offerTo("w1")).contains(offer);
        assertThat(holds.offerTo("w2")).isEmpty();
        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> add(Hold.of(
                        inResource("h2", "harbor", "p1", "chair-1", START + 50),
                        Duration.ofHours(1),
                        "waitlist",
                        0,
                        "w1")));
        assertThat(holds.release(offer)).isTrue();
        add(Hold.of(inChair("h3", "p1", START), Duration.ofHours(1), "waitlist", 0, "w1"));
    }

    @Test
    void becomesTheBookingInOneUpdate() {
        add(hold);
        OutboxEvent event = event("p1");
        Booking booking = hold.booked(NOW);

        holds.book(hold, booking, "r1", List.of(event));

        assertThat(calendar.booking("h1")).contains(booking);
        assertThat(calendar.bookingsOf("p1")).containsExactly(booking);
        assertThat(holds.hold("h1")).isEmpty();
        assertThat(holds.fate("h1")).contains(new Fate("riverside", "r1"));
        Document entry = stored("h1");
        assertThat(entry.getList("claims", String.class)).isEqualTo(booking.claims());
        assertThat(entry.getList("patientClaims", String.class)).isEqualTo(booking.patientClaims());
        assertThat(OutboxField.read(entry)).containsExactly(event);
        assertThat(entry.getList(AuditField.RECORDS, Document.class)).hasSize(2);
        assertThat(entry).doesNotContainKey("expiresAt");
        // It is a booking like any other: nothing of the hold keeps it from being changed or takes it away.
        replace(booking.moved("h1.1", visit("chair-1", 0, START + 10)));
        assertThat(holdsAt(EXPIRED).endExpired(10)).isZero();
        assertThat(calendar.booking("h1").orElseThrow().version()).isEqualTo(3);
        add(held(inChair("h2", "p2", START + 20), "ana"));
    }

    @Test
    void isBookedOnlyWhileItStands() {
        add(hold);

        assertThatExceptionOfType(StaleEntryException.class).isThrownBy(() -> book(holdsAt(EXPIRED), "r1"));
        book(holdsAt(LAST_MOMENT), "r2");
        assertThatExceptionOfType(StaleEntryException.class).isThrownBy(() -> book(holdsAt(LAST_MOMENT), "r3"));
        assertThat(holds.fate("h1")).contains(new Fate("riverside", "r2"));
    }

    @Test
    void livesLongerWhenItIsExtended() {
        add(hold);
        Hold longer = hold.longer();

        holds.extend(longer);

        assertThatExceptionOfType(StaleEntryException.class).isThrownBy(() -> holds.extend(longer));
        assertThat(holdsAt(EXPIRED).hold("h1")).contains(longer);
        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> calendarAt(EXPIRED).add(inChair("b1", "p2", START), List.of()));
        assertThat(holdsAt(EXPIRED.plusSeconds(600)).hold("h1")).isEmpty();
        assertThatExceptionOfType(StaleEntryException.class).isThrownBy(() -> book(holds, "of the version before"));
    }

    @Test
    void isNotExtendedAfterItsEnd() {
        add(hold);

        assertThatExceptionOfType(StaleEntryException.class)
                .isThrownBy(() -> holdsAt(EXPIRED).extend(hold.longer()));
    }

    @Test
    void isGivenUpOnce() {
        add(hold);

        assertThat(holds.release(hold)).isTrue();
        assertThat(holds.release(hold)).isFalse();

        assertThat(holds.hold("h1")).isEmpty();
        assertThat(holds.fate("h1")).contains(new Fate("riverside", null));
        assertThat(stored("h1")).doesNotContainKeys("expiresAt", "appointments");
        add(inChair("b1", "p1", START));
        assertThatExceptionOfType(EntryExistsException.class).isThrownBy(() -> add(hold));
        assertThat(holds.fate("b1")).as("a booking that was no hold").isEmpty();
        assertThat(holds.fate("none")).isEmpty();
    }

    @Test
    void isTakenOutByTheCleanerWithARecord() {
        add(hold);
        add(held(inResource("h2", "harbor", "p2", "chair-1", START), "bob"));
        add(Hold.of(inChair("h3", "p3", START + 10), Duration.ofHours(1), "cyd", 1, null));

        assertThat(holdsAt(LAST_MOMENT).endExpired(10)).isZero();
        assertThat(holdsAt(EXPIRED).endExpired(1)).isEqualTo(1);
        assertThat(holdsAt(EXPIRED).endExpired(10)).isEqualTo(1);
        assertThat(holdsAt(EXPIRED).endExpired(10)).isZero();

        assertThat(holds.holdsAt("riverside")).extracting(Hold::id).containsExactly("h3");
        assertThat(stored("h1").getDate("until")).isEqualTo(EXPIRED);
        List<Document> records = stored("h1").getList(AuditField.RECORDS, Document.class);
        assertThat(records).hasSize(2);
        assertThat(records.get(1).toJson()).contains("hold.expire", "riverside", "p1", "hold/h1");
        assertThat(stored("h1").get(AuditField.SINCE)).isNotNull();
    }

    @Test
    void isMovedToTheArchiveOnlyWhenItHasEnded() {
        Hold old = held(inChair("h1", "p1", START - 8 - 8 * 96), "ana");
        add(old);
        CalendarArchive later =
                new CalendarArchive(database, Clock.fixed(NOW.plus(Duration.ofDays(8)), ZoneOffset.UTC));
        forgetRecords();
        assertThat(later.movePast()).isZero();

        assertThat(holdsAt(EXPIRED).endExpired(10)).isEqualTo(1);
        forgetRecords();
        assertThat(later.movePast()).isEqualTo(1);

        assertThat(holds.fate("h1")).contains(new Fate("riverside", null));
        assertThat(calendar.bookingsOf("p1")).isEmpty();
        assertThat(calendar.bookingsAt("riverside", DAY)).isEmpty();
    }

    private void forgetRecords() {
        database.getCollection(CalendarCollections.LIVE).updateMany(Filters.empty(), Updates.unset(AuditField.SINCE));
    }

    @Test
    void becomesOneBookingOfManyRequests() throws Exception {
        add(hold);

        assertThat(winners(IntStream.range(0, 16)
                        .mapToObj(number -> (Runnable) () -> book(holds, "r" + number))
                        .toList()))
                .isEqualTo(1);

        assertThat(OutboxField.read(stored("h1"))).hasSize(1);
    }

    @Test
    void isBookedOrGivenUpButNeverBoth() throws Exception {
        for (int round = 0; round < 10; round++) {
            emptyCalendar();
            add(hold);
            List<Runnable> rivals = new ArrayList<>();
            rivals.add(() -> book(holdsAt(LAST_MOMENT), "r1"));
            // On this one's clock it is over: it takes the hold out of its way, if it is not booked by then.
            rivals.add(() -> calendarAt(EXPIRED).add(inChair("b1", "p2", START), List.of()));
            rivals.add(() -> holdsAt(EXPIRED).endExpired(10));

            winners(rivals);

            assertThat(calendar.bookingsAt("riverside", DAY)).hasSize(1);
            assertThat(calendar.booking("h1").isPresent())
                    .isNotEqualTo(calendar.booking("b1").isPresent());
        }
    }

    @Test
    void letsOneOfManyHaveThePlaceOfWhatHasExpired() throws Exception {
        add(hold);
        Calendar later = calendarAt(EXPIRED);

        assertThat(winners(IntStream.range(0, 16)
                        .mapToObj(number -> (Runnable)
                                () -> later.add(inChair("b" + number, "q" + number, START + number % 4), List.of()))
                        .toList()))
                .isEqualTo(1);

        assertThat(calendar.bookingsAt("riverside", DAY)).hasSize(1);
    }
}

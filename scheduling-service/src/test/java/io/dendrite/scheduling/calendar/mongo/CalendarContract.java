package io.dendrite.scheduling.calendar.mongo;

import static io.dendrite.scheduling.calendar.Bookings.NOW;
import static io.dendrite.scheduling.calendar.Bookings.SIGNED;
import static io.dendrite.scheduling.calendar.Bookings.event;
import static io.dendrite.scheduling.calendar.Bookings.inChair;
import static io.dendrite.scheduling.calendar.Bookings.inResource;
import static io.dendrite.scheduling.calendar.Bookings.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.dendrite.scheduling.calendar.application.Calendar;
import io.dendrite.scheduling.calendar.application.ClaimTakenException;
import io.dendrite.scheduling.calendar.application.EntryExistsException;
import io.dendrite.scheduling.calendar.application.StaleEntryException;
import io.dendrite.scheduling.calendar.application.Taken;
import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.BlockKind;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.CalendarEntry;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.outbox.OutboxField;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the calendar promises whoever stores in it, on any server. */
abstract class CalendarContract {

    static final long START = TimeGrid.quarterOf(NOW) + 8;
    static final Quarters DAY = new Quarters(START - 40, START + 56);

    MongoDatabase database;
    Calendar calendar;

    abstract MongoDatabase connect();

    @BeforeEach
    void emptyCalendar() {
        database = connect();
        database.getCollection(CalendarCollections.LIVE).drop();
        database.getCollection(CalendarCollections.ARCHIVE).drop();
        calendar = new MongoCalendar(database, StoredCalendar.reasons(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    void add(CalendarEntry entry) {
        calendar.add(entry, List.of());
    }

    void replace(Booking changed) {
        calendar.replace(changed, List.of(event(changed.patientId())));
    }

    Document stored(String id) {
        return Objects.requireNonNull(database.getCollection(CalendarCollections.LIVE)
                .find(Filters.eq("_id", id))
                .first());
    }

    static Block block(String id, String resource, int lanes) {
        return new Block(
                id,
                BlockKind.CLOSURE,
                "riverside",
                Quarters.starting(START, 2),
                List.of(new Block.BlockedResource(resource, lanes)),
                false,
                "repair",
                NOW);
    }

    @Test
    void twoVisitsOfABookingCannotHaveOnePlaceEither() {
        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> add(inChair("twice", "p1", START, START + 1)));
        assertThat(calendar.booking("twice")).isEmpty();
    }

    @Test
    void givesBackWhatWasAdded() {
        Booking booking = inChair("b1", "p1", START, START + 96).cancelled("b1.2", "ill", SIGNED);
        add(booking);

        assertThat(calendar.booking("b1")).contains(booking);
        assertThat(calendar.bookingsOf("p1")).containsExactly(booking);
        assertThat(calendar.currentBookingsOf("p1")).containsExactly(booking);
        assertThat(calendar.bookingsAt("riverside", DAY)).containsExactly(booking);
        assertThat(calendar.takenAt("riverside", DAY, "").claims())
                .containsExactlyInAnyOrderElementsOf(booking.claims());
    }

    @Test
    void looksOnlyWhereAsked() {
        add(inChair("b1", "p1", START));

        assertThat(calendar.booking("b2")).isEmpty();
        assertThat(calendar.bookingsOf("p2")).isEmpty();
        assertThat(calendar.bookingsAt("harbor", DAY)).isEmpty();
        assertThat(calendar.bookingsAt("riverside", Quarters.starting(START + 4, 9)))
                .isEmpty();
        assertThat(calendar.bookingsAt("riverside", Quarters.starting(START - 9, 9)))
                .isEmpty();
        assertThat(calendar.takenAt("riverside", DAY, "b1").claims()).isEmpty();
    }

    @Test
    void leavesNothingOfABookingWhoseClaimIsTaken() {
        add(inChair("b1", "p1", START));

        assertThatExceptionOfType(ClaimTakenException.class).isThrownBy(() -> add(inChair("b2", "p2", START + 3)));

        assertThat(calendar.booking("b2")).isEmpty();
        add(inChair("b3", "p2", START + 4));
    }

    @Test
    void refusesAWholeCourseForOneTakenClaim() {
        add(inChair("b1", "p1", START + 5 * 96));

        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> add(inChair(
                        "course",
                        "p2",
                        START,
                        START + 96,
                        START + 2 * 96,
                        START + 3 * 96,
                        START + 4 * 96,
                        START + 5 * 96 + 3)));

        assertThat(calendar.bookingsOf("p2")).isEmpty();
        add(inChair("b3", "p3", START, START + 96, START + 4 * 96));
    }

    @Test
    void freesAndTakesWithOneReplacement() {
        Booking booking = inChair("b1", "p1", START, START + 96);
        add(booking);
        Booking moved = booking.moved("b1.1", visit("chair-1", 0, START + 2));
        replace(moved);

        assertThat(calendar.booking("b1")).contains(moved);
        assertThatExceptionOfType(ClaimTakenException.class).isThrownBy(() -> add(inChair("b2", "p2", START + 5)));
        add(inChair("b3", "p3", START - 2));
    }

    @Test
    void refusesAReplacementOfAnOlderVersion() {
        Booking booking = inChair("b1", "p1", START);
        add(booking);
        Booking first = booking.moved("b1.1", visit("chair-1", 0, START + 10));
        replace(first);

        assertThatExceptionOfType(StaleEntryException.class)
                .isThrownBy(() -> replace(booking.moved("b1.1", visit("chair-1", 0, START + 20))));
        assertThatExceptionOfType(StaleEntryException.class)
                .isThrownBy(() -> replace(inChair("none", "p1", START + 30).cancelled("none.1", "ill", SIGNED)));
        assertThat(calendar.booking("b1")).contains(first);
    }

    @Test
    void leavesABookingAsItWasWhenItsNewTimeIsTaken() {
        Booking booking = inChair("b1", "p1", START);
        add(booking);
        add(inChair("b2", "p2", START + 10));
        Document before = stored("b1");

        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> replace(booking.moved("b1.1", visit("chair-1", 0, START + 8))));

        assertThat(stored("b1")).isEqualTo(before);
        assertThatExceptionOfType(ClaimTakenException.class).isThrownBy(() -> add(inChair("b3", "p3", START)));
        add(inChair("b4", "p4", START + 6));
    }

    @Test
    void tellsARepeatedIdFromATakenClaim() {
        add(inChair("b1", "p1", START));

        assertThatExceptionOfType(EntryExistsException.class).isThrownBy(() -> add(inChair("b1", "p1", START)));
        assertThatExceptionOfType(EntryExistsException.class).isThrownBy(() -> add(inChair("b1", "p1", START + 50)));
    }

    @Test
    void freesWhatWasCancelled() {
        Booking booking = inChair("b1", "p1", START);
        add(booking);
        replace(booking.cancelled("b1.1", "ill", SIGNED));

        add(inChair("b2", "p1", START));
        assertThat(calendar.booking("b1")
                        .orElseThrow()
                        .appointments()
                        .get(0)
                        .notes()
                        .cancelReason())
                .isEqualTo("ill");
    }

    @Test
    void refusesAPatientAtTwoSitesAtOnce() {
        add(inChair("b1", "p1", START));

        assertThatExceptionOfType(ClaimTakenException.class)
                .isThrownBy(() -> add(inResource("b2", "harbor", "p1", "chair-9", START + 3)));
        add(inResource("b3", "harbor", "p2", "chair-1", START));
    }

    @Test
    void refusesABookingUnderABlockAndABlockOverABooking() {
        Block block = block("k1", "chair-1", 1);
        add(block);
        assertThatExceptionOfType(ClaimTakenException.class).isThrownBy(() -> add(inChair("b1", "p1", START + 1)));

        assertThat(calendar.blocksAt("riverside", DAY)).containsExactly(block);
        assertThat(calendar.takenAt("riverside", DAY, ""))
                .isEqualTo(new Taken(List.copyOf(block.claims()), List.of(block)));
        assertThat(calendar.remove("harbor", "k1")).isFalse();
        assertThat(calendar.remove("riverside", "k1")).isTrue();
        assertThat(calendar.remove("riverside", "k1")).isFalse();

        add(inChair("b1", "p1", START + 1));
        Block again = new Block(
                "k2",
                BlockKind.CLOSURE,
                "riverside",
                block.span(),
                block.resources(),
                block.wholeSite(),
                "Repair",
                block.createdAt());
        assertThatExceptionOfType(ClaimTakenException.class).isThrownBy(() -> add(again));
        assertThat(calendar.remove("riverside", "b1")).isFalse();
    }

    @Test
    void keepsEventsWithTheChangeThatCausedThem() {
        OutboxEvent made = event("p1");
        OutboxEvent moved = event("p1");
        Booking booking = inChair("b1", "p1", START);
        calendar.add(booking, List.of(made));
        assertThat(OutboxField.read(stored("b1"))).containsExactly(made);

        calendar.replace(booking.moved("b1.1", visit("chair-1", 0, START + 10)), List.of(moved));
        assertThat(OutboxField.read(stored("b1"))).containsExactly(made, moved);
        assertThat(stored("b1").getDate(OutboxField.SINCE)).isEqualTo(NOW);
    }
}

package io.dendrite.scheduling.calendar.mongo;

import static io.dendrite.scheduling.calendar.Bookings.inChair;
import static io.dendrite.scheduling.calendar.Bookings.inResource;
import static io.dendrite.scheduling.calendar.Bookings.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.calendar.application.ClaimTakenException;
import io.dendrite.scheduling.calendar.application.StaleEntryException;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Quarters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the calendar promises when everybody comes at the same moment. */
abstract class CalendarRaceContract extends CalendarContract {

    static final int THREADS = 64;

    /** Lets all start together and counts those that were not refused. */
    static int winners(List<Runnable> rivals) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(rivals.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (Runnable rival : rivals) {
                answers.add(threads.submit(() -> {
                    start.await();
                    try {
                        rival.run();
                        return 1;
                    } catch (ClaimTakenException | StaleEntryException e) {
                        return 0;
                    }
                }));
            }
            start.countDown();
            int winners = 0;
            for (Future<Integer> answer : answers) {
                winners += answer.get(60, TimeUnit.SECONDS);
            }
            return winners;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Runnable> each(IntFunction<Runnable> rival) {
        return IntStream.range(0, THREADS).mapToObj(rival).toList();
    }

    @Test
    void givesOneClaimToOneOfManyBookings() throws Exception {
        assertThat(winners(each(number -> () -> add(inChair("b" + number, "p" + number, START + number % 4)))))
                .isEqualTo(1);

        assertThat(calendar.bookingsAt("riverside", DAY)).hasSize(1);
    }

    @Test
    void givesOnePatientToOneOfManySites() throws Exception {
        assertThat(winners(each(number ->
                        () -> add(inResource("b" + number, "site-" + number, "p1", "chair-1", START + number % 4)))))
                .isEqualTo(1);

        assertThat(calendar.bookingsOf("p1")).hasSize(1);
    }

    @Test
    void givesOnePlaceToOneOfManyMoves() throws Exception {
        List<Booking> bookings = IntStream.range(0, THREADS)
                .mapToObj(number -> inChair("b" + number, "p" + number, START + 10 + 4L * number))
                .toList();
        bookings.forEach(this::add);

        assertThat(winners(each(number -> () ->
                        replace(bookings.get(number).moved("b" + number + ".1", visit("chair-1", 0, START + 3))))))
                .isEqualTo(1);

        assertThat(calendar.bookingsAt("riverside", Quarters.starting(START, 7)))
                .hasSize(1);
        assertThat(bookings.stream()
                        .map(booking -> calendar.booking(booking.id()).orElseThrow())
                        .filter(bookings::contains))
                .hasSize(THREADS - 1);
    }

    @Test
    void changesOneVersionOnce() throws Exception {
        Booking booking = inChair("b1", "p1", START);
        add(booking);

        assertThat(winners(each(number ->
                        () -> replace(booking.moved("b1.1", visit("chair-1", 0, START + 10 + 4L * number))))))
                .isEqualTo(1);

        assertThat(calendar.booking("b1").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void letsABlockOrBookingsPassButNeverBoth() throws Exception {
        List<Runnable> rivals = new ArrayList<>(each(number ->
                () -> add(inResource("b" + number, "riverside", "p" + number, "chair-" + number, START + number % 2))));
        rivals.add(THREADS / 2, () -> add(block("k1", "chair-7", 1)));

        winners(rivals);

        boolean blocked = !calendar.blocksAt("riverside", DAY).isEmpty();
        assertThat(calendar.booking("b7").isPresent()).isNotEqualTo(blocked);
        assertThat(calendar.bookingsAt("riverside", DAY)).hasSize(blocked ? THREADS - 1 : THREADS);
    }
}

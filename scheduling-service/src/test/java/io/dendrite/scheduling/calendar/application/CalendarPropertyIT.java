package io.dendrite.scheduling.calendar.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dendrite.scheduling.calendar.MovableClock;
import io.dendrite.scheduling.calendar.application.FrontDesk.Action;
import io.dendrite.scheduling.calendar.application.FrontDesk.Step;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.mongo.StoredCalendar;
import io.dendrite.testsupport.EmbeddedMongo;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.bson.Document;

/** Whatever is booked, moved, cancelled, blocked, lifted and held in whatever order: nobody and nothing is taken twice. */
class CalendarPropertyIT {

    private static EmbeddedMongo server;
    private static MongoClient client;

    @BeforeContainer
    static void start() {
        server = new EmbeddedMongo();
        client = MongoClients.create(server.connectionString());
    }

    @AfterContainer
    static void stop() {
        client.close();
        server.close();
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void nothingIsEverTakenTwice(@ForAll("days") List<Step> steps) {
        MongoDatabase database = client.getDatabase("property");
        database.drop();
        MovableClock clock = new MovableClock(Clock.fixed(FrontDesk.NOW, ZoneOffset.UTC));
        StoredCalendar stored = new StoredCalendar(database, clock);
        FrontDesk desk = new FrontDesk(stored.calendar(), stored.holds(), clock);

        for (Step step : steps) {
            List<Document> before = standing(stored.entries(), clock);
            boolean done = desk.does(step);
            Statistics.label("done").collect(step.action(), done);
            if (!done) {
                assertThat(standing(stored.entries(), clock))
                        .as("after a refusal")
                        .isEqualTo(before);
            }
            assertNothingIsTakenTwice(stored.entries());
            assertNobodyIsInTwoPlaces(desk.bookings());
            assertClaimsAreThoseOfLiveAppointments(stored.entries(), desk.bookings());
            assertNobodyHoldsTooMuch(standing(stored.entries(), clock));
        }
        desk.bookWhatWasHeld();
        stored.holds().endExpired(100);
        assertThat(stored.entries()).allSatisfy(entry -> {
            assertThat(entry.getList("claims", String.class)).containsExactly(entry.getString("_id"));
            assertThat(entry.getList("patientClaims", String.class)).containsExactly(entry.getString("_id"));
        });
        // Each is done some fifteen times and more, so that chance alone does not leave one out.
        for (Action action : Action.values()) {
            Statistics.label("done")
                    .coverage(coverage -> coverage.check(action, true).count(count -> count > 0));
        }
    }

    @Provide
    Arbitrary<List<Step>> days() {
        Arbitrary<Action> actions = Arbitraries.frequency(
                Tuple.of(6, Action.BOOK),
                Tuple.of(3, Action.OVERBOOK),
                Tuple.of(2, Action.ADD),
                Tuple.of(4, Action.MOVE),
                Tuple.of(2, Action.SHIFT),
                Tuple.of(2, Action.CANCEL),
                Tuple.of(2, Action.ARRIVE),
                Tuple.of(2, Action.NO_SHOW),
                Tuple.of(5, Action.UNDO),
                Tuple.of(3, Action.BLOCK),
                Tuple.of(2, Action.LIFT),
                Tuple.of(7, Action.HOLD),
                Tuple.of(3, Action.EXTEND),
                Tuple.of(3, Action.BOOK_HOLD),
                Tuple.of(3, Action.RELEASE),
                Tuple.of(5, Action.WAIT),
                Tuple.of(7, Action.CLEAN));
        Arbitrary<List<Integer>> slots = Arbitraries.integers()
                .between(0, 2 * FrontDesk.DAY - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(
                        actions,
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, 1)),
                        Arbitraries.integers().between(0, 1),
                        slots,
                        Arbitraries.integers().between(0, 50))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(45)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    /** Without holds that are over: those may go at any time. */
    private static List<Document> standing(List<Document> entries, Clock clock) {
        return entries.stream()
                .filter(entry -> !"ENDED_HOLD".equals(entry.getString("kind")))
                .filter(entry -> !entry.containsKey("expiresAt")
                        || entry.getDate("expiresAt").toInstant().isAfter(clock.instant()))
                .toList();
    }

    private static void assertNobodyHoldsTooMuch(List<Document> standing) {
        assertThat(standing.stream()
                        .filter(entry -> "HOLD".equals(entry.getString("kind")))
                        .collect(Collectors.groupingBy(entry -> entry.getString("heldBy"), Collectors.counting()))
                        .values())
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(FrontDesk.PLACES));
    }

    private static void assertNothingIsTakenTwice(List<Document> entries) {
        for (String site : SmallClinic.SITES) {
            assertThat(entries.stream()
                            .filter(entry -> site.equals(entry.getString("site")))
                            .flatMap(entry -> entry.getList("claims", String.class).stream()))
                    .doesNotHaveDuplicates();
        }
        assertThat(entries.stream().flatMap(entry -> entry.getList("patientClaims", String.class).stream()))
                .doesNotHaveDuplicates();
    }

    private static void assertNobodyIsInTwoPlaces(List<Booking> bookings) {
        bookings.stream()
                .collect(Collectors.groupingBy(
                        Booking::patientId, Collectors.flatMapping(CalendarPropertyIT::live, Collectors.toList())))
                .forEach((patient, visits) -> {
                    List<Appointment> inOrder = new ArrayList<>(visits);
                    inOrder.sort(Comparator.comparing(Appointment::start));
                    for (int next = 1; next < inOrder.size(); next++) {
                        assertThat(inOrder.get(next).start())
                                .as(patient)
                                .isAfterOrEqualTo(inOrder.get(next - 1).end());
                    }
                });
    }

    private static void assertClaimsAreThoseOfLiveAppointments(List<Document> entries, List<Booking> bookings) {
        for (Booking booking : bookings) {
            List<String> expected = new ArrayList<>(List.of(booking.id()));
            live(booking).flatMap(visit -> visit.phases().stream()).forEach(phase -> {
                for (long quarter = phase.span().from(); quarter < phase.span().until(); quarter++) {
                    for (var held : phase.reservations()) {
                        expected.add(held.resource() + "/" + held.lane() + "@" + quarter);
                    }
                }
            });
            Document entry = entries.stream()
                    .filter(stored -> booking.id().equals(stored.getString("_id")))
                    .findFirst()
                    .orElseThrow();
            assertThat(entry.getList("claims", String.class)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static Stream<Appointment> live(Booking booking) {
        return booking.appointments().stream().filter(Appointment::isLive);
    }
}

package io.dendrite.benchmarks;

import io.dendrite.benchmarks.floor.EventFloor;
import io.dendrite.benchmarks.floor.StoreFloor;
import io.dendrite.benchmarks.load.BookingLoad;
import io.dendrite.benchmarks.load.LoadAnswer;
import io.dendrite.benchmarks.load.NothingLoad;
import io.dendrite.benchmarks.load.Slots;
import java.util.List;
import java.util.Map;

/** Bookings, and beside them the floors: what the parts that a booking needs could do by themselves. */
final class BookingScenarios {

    private static final int SITES = 8;

    /** More numbers than any step books, so that the next begins on free ground. */
    private static final int APART = 20_000;

    private BookingScenarios() {}

    static void spread(Run run) throws Exception {
        List<String> sites = run.ground().sites("spread", SITES, Run.CHAIRS, "America/Los_Angeles");
        List<String> patients = run.ground().patients(SITES * Run.CHAIRS + 40);
        Slots slots = new Slots(sites, Run.CHAIRS, patients, run.from());
        run.ground().book(slots, run.treatment(), 0, SITES);
        int first = slots.perDay();
        for (int clients : run.settings().clients()) {
            floors(run, slots, clients);
            List<LoadAnswer> answers =
                    run.load("a-" + clients, BookingLoad.class, run.plan(clients, slots, first, Map.of()));
            Measured row = run.measured(Scenario.BOOKINGS.title(), clients + " clients", answers);
            run.summary().add(row.noting("of the lowest floor: " + run.summary().share(row, clients)));
            first += APART / slots.perDay() * slots.perDay();
        }
    }

    private static void floors(Run run, Slots slots, int clients) throws Exception {
        int warmUp = run.settings().warmUp();
        int seconds = run.settings().seconds();
        String parameter = clients + " clients";
        List<LoadAnswer> nothing =
                run.load("floor-nothing-" + clients, NothingLoad.class, run.plan(clients, slots, 0, Map.of()));
        run.summary()
                .floor(
                        clients,
                        Measured.ofAll("floor: POST that is refused (405)", parameter, Run.samples(nothing), seconds));
        String mongodb = run.target().mongodb();
        String kafka = run.target().kafka();
        if (mongodb == null || kafka == null) {
            return;
        }
        try (StoreFloor store = new StoreFloor(mongodb);
                EventFloor events = new EventFloor(kafka)) {
            run.summary()
                    .floor(
                            clients,
                            Measured.of("floor: insertOne", parameter, store.run(clients, warmUp, seconds), seconds));
            run.summary()
                    .floor(
                            clients,
                            Measured.of(
                                    "floor: Kafka, acks=all",
                                    parameter,
                                    events.run(clients, warmUp, seconds),
                                    seconds));
            run.summary()
                    .floor(
                            clients,
                            Measured.of(
                                    "floor: insertOne, then Kafka",
                                    parameter,
                                    events.runWith(store, clients, warmUp, seconds),
                                    seconds));
        }
    }

    /** Everybody wants the same day: most are refused once it is full, and that must be quick too. */
    static void busiestDay(Run run) {
        List<String> sites = run.ground().sites("busy", 1, 4 * Run.CHAIRS, "America/Los_Angeles");
        Slots slots = new Slots(sites, 4 * Run.CHAIRS, run.ground().patients(4 * Run.CHAIRS + 40), run.from());
        int clients = run.settings().clients().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        List<LoadAnswer> answers = run.load("b-" + clients, BookingLoad.class, run.plan(clients, slots, 0, Map.of()));
        run.summary().add(run.measured(Scenario.BUSIEST_DAY.title(), clients + " clients", answers));
    }
}

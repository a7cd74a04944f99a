package io.dendrite.benchmarks;

import io.dendrite.benchmarks.load.BookingLoad;
import io.dendrite.benchmarks.load.LoadAnswer;
import io.dendrite.benchmarks.load.Slots;
import java.util.List;
import java.util.Map;

/** Bookings by several scheduling instances: a local stack of its own for each number. */
final class InstanceScenario {

    private static final int SITES = 8;
    private static final int CLIENTS = 32;

    private InstanceScenario() {}

    static void instances(Run run) {
        if (!run.target().isLocal()) {
            // How many an installation has is for its owner to change, between runs of (a).
            return;
        }
        Settings settings = run.settings();
        for (int count : settings.instances()) {
            try (Target target =
                    Target.started(settings.root(), settings.results().resolve("stack-" + count), count)) {
                Run own = new Run(settings, target, "i" + count, run.summary());
                own.warmUp();
                List<String> sites = own.ground().sites("inst", SITES, Run.CHAIRS, "America/Los_Angeles");
                Slots slots = new Slots(sites, Run.CHAIRS, own.ground().patients(SITES * Run.CHAIRS + 40), own.from());
                List<LoadAnswer> answers =
                        own.load("i-" + count, BookingLoad.class, own.plan(CLIENTS, slots, 0, Map.of()));
                run.summary()
                        .add(own.measured(
                                Scenario.INSTANCES.title(), count + " instances, " + CLIENTS + " clients", answers));
            }
        }
    }
}

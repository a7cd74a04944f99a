package io.dendrite.benchmarks;

import io.dendrite.benchmarks.load.LoadAnswer;
import io.dendrite.benchmarks.load.MixedLoad;
import io.dendrite.benchmarks.load.Slots;
import io.dendrite.localstack.client.EarlyMorning;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Calls in the shares in which front desks make them. */
final class MixScenario {

    private static final int SITES = 4;
    private static final int CLIENTS = 16;

    private MixScenario() {}

    static void mix(Run run) {
        // Where it is early in the morning now, so that today's patients can be reported to have come.
        ZoneId early = EarlyMorning.zone(Clock.systemUTC());
        List<String> sites = run.ground().sites("mix", SITES, Run.CHAIRS, early.getId());
        List<String> patients = run.ground().patients(SITES * Run.CHAIRS + 40);
        Slots today = new Slots(sites, Run.CHAIRS, patients, LocalDate.now(early));
        List<String> visits = run.ground().book(today, run.treatment(), 0, today.perDay() / 2);
        Slots ahead =
                new Slots(sites, Run.CHAIRS, patients, LocalDate.now(early).plusDays(1));
        run.ground().book(ahead, run.treatment(), 0, ahead.perDay());
        Map<String, List<String>> paths = Map.of(
                MixedLoad.AVAILABILITY,
                        sites.stream()
                                .flatMap(site -> looks(run, site, ahead.from()))
                                .toList(),
                MixedLoad.SHEETS,
                        sites.stream()
                                .map(site -> "/appointments?site=" + site + "&date=" + today.from() + "&limit=200")
                                .toList(),
                MixedLoad.VISITS, visits);

        List<LoadAnswer> answers = run.load("e", MixedLoad.class, run.plan(CLIENTS, ahead, 2 * ahead.perDay(), paths));

        run.summary().add(run.measured(Scenario.MIX.title(), "all, " + CLIENTS + " clients", answers));
        run.addEach(Scenario.MIX.title(), answers);
    }

    private static Stream<String> looks(Run run, String site, LocalDate from) {
        return IntStream.range(0, 7)
                .mapToObj(day -> "/availability?site=" + site + "&treatment=" + run.treatment() + "&from="
                        + from.plusDays(day) + "&to=" + from.plusDays(day + 6L));
    }
}

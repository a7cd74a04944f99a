package io.dendrite.benchmarks;

import io.dendrite.benchmarks.load.LoadAnswer;
import io.dendrite.benchmarks.load.LoadProcess;
import io.dendrite.benchmarks.load.Plan;
import io.dendrite.benchmarks.load.Slots;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One run against one installation: its ground, and how load is put on it. */
final class Run {

    static final int CHAIRS = 20;

    private static final int WARM_SITES = 4;
    private static final int WARM_REQUESTS = 300;

    private final Settings settings;
    private final Target target;
    private final Ground ground;
    private final String treatment;
    private final Summary summary;
    private final LoadProcess load;
    private final LocalDate from;

    Run(Settings settings, Target target, String id, Summary summary) {
        this.settings = settings;
        this.target = target;
        this.summary = summary;
        this.ground = new Ground(target, id);
        this.treatment = ground.treatment();
        this.load = new LoadProcess(settings.results());
        this.from = LocalDate.now(ZoneOffset.UTC).plusDays(300).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    Settings settings() {
        return settings;
    }

    Target target() {
        return target;
    }

    Ground ground() {
        return ground;
    }

    Summary summary() {
        return summary;
    }

    /** A Monday far enough ahead that no clock is near it, with a year to fill until the last day that may be booked. */
    LocalDate from() {
        return from;
    }

    String treatment() {
        return treatment;
    }

    /** Lets the services' compilers see what will be asked for: a process that has just started is several times slower. */
    void warmUp() {
        List<String> sites = ground.sites("warm", WARM_SITES, CHAIRS, "America/Los_Angeles");
        Slots slots = new Slots(sites, CHAIRS, ground.patients(WARM_SITES * CHAIRS), from);
        ground.book(slots, treatment, 0, WARM_REQUESTS);
        List<String> paths = List.of(ReadingScenarios.availability(this, slots, 14), ReadingScenarios.sheet(slots));
        ground.look(paths, WARM_REQUESTS);
    }

    /** A plan for so many clients. */
    Plan plan(int clients, Slots slots, int first, Map<String, List<String>> paths) {
        return plan(clients, 0, slots, first, paths);
    }

    /** A plan for so many requests a second. */
    Plan paced(int perSecond, Slots slots, int first) {
        return plan(0, perSecond, slots, first, Map.of());
    }

    private Plan plan(int clients, int perSecond, Slots slots, int first, Map<String, List<String>> paths) {
        return new Plan(
                target.gateway().toString(),
                target.token(),
                clients,
                perSecond,
                settings.warmUp(),
                settings.seconds(),
                settings.seed(),
                slots,
                first,
                treatment,
                paths);
    }

    List<LoadAnswer> load(String name, Class<?> simulation, Plan plan) {
        return load.run(name, simulation, plan);
    }

    Measured measured(String scenario, String parameter, List<LoadAnswer> answers) {
        return Measured.of(scenario, parameter, samples(answers), settings.seconds());
    }

    /** A row for each kind of request. */
    void addEach(String scenario, List<LoadAnswer> answers) {
        answers.stream()
                .collect(Collectors.groupingBy(LoadAnswer::request))
                .forEach((request, its) -> summary.add(measured(scenario, request, its)));
    }

    static List<Measured.Sample> samples(List<LoadAnswer> answers) {
        return answers.stream()
                .map(answer -> new Measured.Sample(answer.status(), answer.millis()))
                .toList();
    }
}

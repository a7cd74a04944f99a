package io.dendrite.benchmarks;

import io.dendrite.benchmarks.load.LoadAnswer;
import io.dendrite.benchmarks.load.ReadingLoad;
import io.dendrite.benchmarks.load.Slots;
import java.util.List;
import java.util.Map;

/** What a front desk looks at. */
final class ReadingScenarios {

    static final int DAYS = 90;
    private static final int CHAIRS = 5;
    private static final int CLIENTS = 4;

    /** Visits of a booking, on days that follow each other. */
    private static final int COURSE = 6;

    private ReadingScenarios() {}

    static void availability(Run run) {
        Slots slots = filled(run, "free", DAYS);
        for (int days : List.of(14, DAYS)) {
            measure(run, Scenario.AVAILABILITY, days + " days", availability(run, slots, days));
        }
    }

    static void daySheet(Run run) {
        Slots slots = filled(run, "sheet", 1);
        measure(run, Scenario.DAY_SHEET, "20 visits", sheet(slots));
    }

    static void measure(Run run, Scenario scenario, String parameter, String path) {
        Slots unused = new Slots(List.of(), 0, List.of(), run.from());
        List<LoadAnswer> answers = run.load(
                scenario.letter() + "-" + parameter.replaceAll("\\W", "-"),
                ReadingLoad.class,
                run.plan(CLIENTS, unused, 0, Map.of(ReadingLoad.PATHS, List.of(path))));
        run.summary().add(run.measured(scenario.title(), parameter + ", " + CLIENTS + " clients", answers));
    }

    static String availability(Run run, Slots slots, int days) {
        return "/availability?site=" + slots.site(0) + "&treatment=" + run.treatment() + "&from=" + slots.from()
                + "&to=" + slots.from().plusDays(days - 1L) + "&limit=5000";
    }

    static String sheet(Slots slots) {
        return "/appointments?site=" + slots.site(0) + "&date=" + slots.from() + "&limit=200";
    }

    /** A site of five chairs, four in five places taken on each of so many days. */
    static Slots filled(Run run, String name, int days) {
        List<String> sites = run.ground().sites(name, 1, CHAIRS, "America/Los_Angeles");
        Slots slots = new Slots(sites, CHAIRS, run.ground().patients(40), run.from());
        // Four of the five times of each day.
        int places = slots.perDay() * 4 / 5;
        for (int day = 0; day < days; day += COURSE) {
            run.ground()
                    .bookCourses(slots, run.treatment(), day * slots.perDay(), places, Math.min(COURSE, days - day));
        }
        return slots;
    }
}

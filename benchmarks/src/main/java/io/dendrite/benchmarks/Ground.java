package io.dendrite.benchmarks;

import io.dendrite.benchmarks.load.Slots;
import io.dendrite.localstack.client.Answer;
import io.dendrite.localstack.client.ClinicClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sites, a treatment and patients of a run's own, made through the API like everybody's. */
final class Ground {

    /** As many patients as one resource may have at a time. */
    private static final int MOST_LANES = 20;

    private static final int AT_ONCE = 8;
    private static final List<String> WEEK =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

    private final Target target;
    private final String run;

    /** {@code run} begins the ids, so that runs against the same installation do not meet. */
    Ground(Target target, String run) {
        this.target = target;
        this.run = run;
    }

    /** The treatment of all bookings: two hours in a chair, watched by a nurse, and a quarter to clean up. */
    String treatment() {
        String id = run + "-visit";
        manager(
                "/treatments/" + id,
                Map.of(
                        "name",
                        "Benchmark visit",
                        "route",
                        "INTRAVENOUS",
                        "indications",
                        List.of("none"),
                        "phases",
                        List.of(
                                phase("ADMINISTRATION", 60, "CHAIR", "NURSE"),
                                phase("OBSERVATION", 60, "CHAIR", "NURSE"),
                                phase("TURNOVER", 15, "CHAIR")),
                        "escortRequired",
                        false,
                        "enrolmentRequired",
                        false,
                        "minimumObservationMinutes",
                        60,
                        "preparation",
                        Map.of("solidsHours", 6, "liquidsHours", 2)));
        return id;
    }

    private static Map<String, Object> phase(String name, int minutes, String... kinds) {
        return Map.of(
                "phase", name,
                "minutes", minutes,
                "needs", Stream.of(kinds).map(kind -> Map.of("kind", kind)).toList());
    }

    /** Sites that are open from 6 to 22, with so many chairs and nurses for all of them. */
    List<String> sites(String name, int count, int chairs, String zone) {
        List<Map<String, String>> hours = List.of(Map.of("from", "06:00", "to", "22:00"));
        Map<String, Object> week = WEEK.stream().collect(Collectors.toMap(day -> day, day -> hours));
        return parallel(count, number -> {
            String site = run + "-" + name + "-" + number;
            manager(
                    "/sites/" + site,
                    Map.of(
                            "name",
                            "Benchmark " + number,
                            "timeZone",
                            zone,
                            "address",
                            "1 Test Street",
                            "phone",
                            "+1 503 555 0100",
                            "openingHours",
                            week));
            for (int chair = 1; chair <= chairs; chair++) {
                resource(site, "chair-" + chair, "CHAIR", 1);
            }
            for (int nurse = 0; nurse * MOST_LANES < chairs; nurse++) {
                resource(site, "nurse-" + (nurse + 1), "NURSE", Math.min(MOST_LANES, chairs - nurse * MOST_LANES));
            }
            return site;
        });
    }

    private void resource(String site, String id, String kind, int lanes) {
        manager(
                "/sites/" + site + "/resources/" + id,
                Map.of("kind", kind, "name", id, "skills", List.of(), "lanes", lanes));
    }

    /** So many patients. */
    List<String> patients(int count) {
        ClinicClient desk = target.frontDesk();
        return parallel(
                count,
                number -> desk.register("Given" + number, "Benchmark", run + "-" + number + "@example.org")
                        .expect(201)
                        .text("id"));
    }

    /**
     * Books visits of the row, from the first number on.
     *
     * @return the ids of their appointments
     */
    List<String> book(Slots slots, String treatment, int first, int count) {
        return bookCourses(slots, treatment, first, count, 1);
    }

    /**
     * Books courses of so many days, which begin with the visits of the row from the first number on.
     *
     * @return the ids of their first appointments
     */
    List<String> bookCourses(Slots slots, String treatment, int first, int count, int days) {
        ClinicClient desk = target.frontDesk();
        return parallel(count, number -> {
            Answer answer = desk.insist("POST", "/bookings", slots.course(first + number, days, treatment));
            return answer.expect(201).body().at("/appointments/0/id").asString();
        });
    }

    /** Looks at the paths in turn, so many times in all. */
    void look(List<String> paths, int count) {
        ClinicClient desk = target.frontDesk();
        parallel(count, number -> {
            String path = paths.get(number % paths.size());
            return desk.get(path).expect(200).call();
        });
    }

    private void manager(String path, Object body) {
        Answer answer = target.manager().insist("PUT", path, body);
        if (answer.status() != 200 && answer.status() != 201) {
            answer.expect(201);
        }
    }

    private static List<String> parallel(int count, IntFunction<String> task) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                int own = number;
                running.add(threads.submit(() -> task.apply(own)));
            }
            List<String> results = new ArrayList<>();
            for (Future<String> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}

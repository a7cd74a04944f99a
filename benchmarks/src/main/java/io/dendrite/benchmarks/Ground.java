package io.dendrite.benchmarks;

import io.dendrite.benchmarks.load.Slots;
import io.dendrite.localstack.client.Answer;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.client.TrialClinic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Sites, a treatment and patients of a run's own, made through the API like everybody's. */
final class Ground {

    private static final int AT_ONCE = 8;

    private final Target target;
    private final String run;
    private final TrialClinic clinic;

    /** {@code run} begins the ids, so that runs against the same installation do not meet. */
    Ground(Target target, String run) {
        this.target = target;
        this.run = run;
        this.clinic = new TrialClinic(target.manager());
    }

    /** The treatment of all bookings. */
    String treatment() {
        String id = run + "-visit";
        clinic.treatment(id);
        return id;
    }

    /** Sites with so many chairs each, and nurses for all of them. */
    List<String> sites(String name, int count, int chairs, String zone) {
        return parallel(count, number -> {
            String site = run + "-" + name + "-" + number;
            clinic.site(site, zone, chairs);
            return site;
        });
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

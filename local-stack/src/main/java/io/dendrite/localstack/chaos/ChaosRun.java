package io.dendrite.localstack.chaos;

import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.token.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One run: work, trouble, rest, and a look at everything. */
public final class ChaosRun {

    private static final int DESKS = 6;
    private static final int PATIENTS_EACH = 20;
    private static final int SEEN_TODAY_EACH = 6;
    private static final int SENDERS = 4;
    private static final Duration TO_SETTLE = Duration.ofMinutes(5);

    private final Path root;
    private final Path directory;
    private final long seed;

    /** {@code root} is the built repository; {@code directory} is emptied and keeps logs and data of the run. */
    public ChaosRun(Path root, Path directory, long seed) {
        this.root = root;
        this.directory = directory;
        this.seed = seed;
    }

    /**
     * What came of it.
     *
     * @param calls how often what was asked, repetitions included
     * @param answers by HTTP status; 0 stands for none
     * @param faults how often what was done to whom
     * @param copies events that were delivered again
     * @param findings of each check
     */
    public record Outcome(
            Map<String, Integer> calls,
            Map<Integer, Integer> answers,
            Map<String, Integer> faults,
            int copies,
            List<String> findings,
            boolean good) {}

    /** Runs for so long, and then as long as it takes until everything is settled. */
    public Outcome run(Duration time) throws InterruptedException, ExecutionException {
        SplittableRandom chance = new SplittableRandom(seed);
        try (ChaosStack stack = new ChaosStack(root, directory)) {
            stack.start();
            Ground ground = Ground.made(
                    new ClinicClient(stack.services().gateway(), stack.tokens().manager()));
            Acknowledged acknowledged = new Acknowledged();
            AtomicBoolean goesOn = new AtomicBoolean(true);
            List<FrontDesk> desks = desks(stack, ground, chance, acknowledged, goesOn);
            Trouble trouble = new Trouble(stack.parts(), chance.split().nextLong());
            Redelivery redelivery = new Redelivery(stack.kafka(), chance.split(), goesOn::get);
            ExecutorService threads = Executors.newFixedThreadPool(DESKS + 1);
            List<Future<?>> running = new ArrayList<>();
            try {
                desks.forEach(desk -> running.add(threads.submit(desk)));
                running.add(threads.submit(redelivery));
                trouble.make(time);
            } finally {
                goesOn.set(false);
                threads.shutdown();
            }
            for (Future<?> each : running) {
                each.get();
            }
            settle(stack);
            Evidence evidence = Evidence.of(stack, ground);
            int allowed =
                    SENDERS * (trouble.harmed("notification") + trouble.harmed("mongodb") + trouble.harmed("smtp"));
            return outcome(acknowledged, trouble, redelivery, Checks.all(acknowledged, evidence, allowed));
        }
    }

    private static List<FrontDesk> desks(
            ChaosStack stack, Ground ground, SplittableRandom chance, Acknowledged acknowledged, AtomicBoolean goesOn) {
        ClinicClient api =
                new ClinicClient(stack.services().gateway(), stack.tokens().frontDesk());
        ClinicClient clinician =
                new ClinicClient(stack.services().gateway(), stack.tokens().renewed(Role.CLINICIAN));
        List<FrontDesk> desks = new ArrayList<>();
        for (int number = 0; number < DESKS; number++) {
            List<String> patients = new ArrayList<>();
            for (int patient = 0; patient < PATIENTS_EACH; patient++) {
                patients.add(api.register("Given", "Chaos", "chaos-" + number + "-" + patient + "@example.org")
                        .expect(201)
                        .text("id"));
            }
            FrontDesk desk = new FrontDesk(api, clinician, ground, patients, chance.split(), acknowledged, goesOn::get);
            desk.prepare(SEEN_TODAY_EACH);
            desks.add(desk);
        }
        return desks;
    }

    /** Returns when nothing is left to be done, or when that takes so long that the checks are to say what is left. */
    private static void settle(ChaosStack stack) throws InterruptedException {
        long end = System.nanoTime() + TO_SETTLE.toNanos();
        CountDownLatch pause = new CountDownLatch(1);
        while (!Evidence.isSettled(stack) && System.nanoTime() < end) {
            pause.await(2, TimeUnit.SECONDS);
        }
    }

    private static Outcome outcome(
            Acknowledged acknowledged, Trouble trouble, Redelivery redelivery, List<Finding> findings) {
        return new Outcome(
                acknowledged.calls(),
                acknowledged.answers(),
                trouble.counts(),
                redelivery.copies(),
                findings.stream().map(ChaosRun::told).toList(),
                findings.stream().allMatch(Finding::isGood));
    }

    private static String told(Finding finding) {
        String line = (finding.isGood() ? "ok      " : "BROKEN  ") + finding.check() + ": " + finding.examined()
                + " examined";
        return finding.isGood()
                ? line
                : line + ", " + finding.broken().size() + " broken, such as "
                        + finding.broken().stream().limit(5).toList();
    }
}

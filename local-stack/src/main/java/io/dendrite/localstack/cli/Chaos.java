package io.dendrite.localstack.cli;

import io.dendrite.localstack.chaos.ChaosRun;
import io.dendrite.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chaos}: whether promises are kept while parts are killed, paused and restarted. */
@Command(
        name = "chaos",
        description =
                "Works like a front desk on a stack of its own while its parts are killed, paused and restarted, and checks"
                        + " every promise at the end; exit code 1 if one was broken.")
final class Chaos implements Callable<Integer> {

    @Mixin
    final Help help = new Help();

    @Mixin
    private final Where where = new Where();

    @Option(names = "--minutes", paramLabel = "N", description = "For how long parts are harmed (${DEFAULT-VALUE}).")
    private double minutes = 5;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of the work and the harm; a new one each time if left out.")
    private long seed = System.currentTimeMillis();

    @Override
    public Integer call() throws InterruptedException {
        System.out.printf(
                "Seed %d, %s minutes; logs in %s%n",
                seed, minutes, where.directory().path().resolve("chaos/logs"));
        ChaosRun.Outcome outcome;
        try {
            outcome = new ChaosRun(where.root(), where.directory().path().resolve("chaos"), seed)
                    .run(Duration.ofMillis(Math.round(minutes * 60_000)));
        } catch (ExecutionException e) {
            throw new StackFailure("The run broke off: " + e.getCause());
        }
        System.out.println("Calls:      " + outcome.calls());
        System.out.println("Answers:    " + outcome.answers() + " (0: none)");
        System.out.println("Faults:     " + outcome.faults());
        System.out.println("Delivered again: " + outcome.copies() + " events");
        outcome.findings().forEach(System.out::println);
        return outcome.good() ? 0 : 1;
    }
}

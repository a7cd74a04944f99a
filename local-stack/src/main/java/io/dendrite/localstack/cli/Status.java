package io.dendrite.localstack.cli;

import io.dendrite.localstack.stack.StackDirectory;
import io.dendrite.localstack.stack.StackState;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: what runs here. Leaves with 0 if the stack serves, 1 if it starts or is broken, 3 if none runs. */
@Command(name = "status", description = "Says whether the stack runs, and where.")
final class Status implements Callable<Integer> {

    @Mixin
    final Help help = new Help();

    @Mixin
    private final Where where = new Where();

    @Override
    public Integer call() {
        PrintStream out = System.out;
        StackDirectory directory = where.directory();
        Optional<StackState> state = directory.state();
        if (!directory.isInUse()) {
            out.println(state.map(stale -> "Not running. The last stack (process " + stale.pid()
                            + ") ended without stopping in order; its data is kept, ./dendrite up goes on with it.")
                    .orElse("Not running."));
            return 3;
        }
        if (state.isEmpty()) {
            out.println("Starting.");
            return 1;
        }
        return show(state.get(), out);
    }

    private static int show(StackState state, PrintStream out) {
        Duration age = Duration.between(state.startedAt(), Instant.now());
        out.println((state.ready() ? "Running" : "Starting") + " for " + age.toSeconds() + " s, process " + state.pid()
                + ", " + state.gateway());
        boolean allAlive = true;
        for (var service : state.services().entrySet()) {
            boolean alive = ProcessHandle.of(service.getValue())
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
            allAlive &= alive;
            out.printf("  %-22s %s%n", service.getKey(), alive ? "process " + service.getValue() : "ended");
        }
        out.printf("  %-22s %s%n", "issuer", state.issuer());
        out.printf("  %-22s %s%n", "kafka", state.kafka());
        out.printf("  %-22s %s%n", "mongodb", state.mongodb());
        out.printf("  %-22s %s%n", "mail", state.mail() == null ? state.smtp() : state.mail());
        return state.ready() && allAlive ? 0 : 1;
    }
}

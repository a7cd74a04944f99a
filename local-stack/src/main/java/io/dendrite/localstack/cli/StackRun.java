package io.dendrite.localstack.cli;

import io.dendrite.localstack.stack.LocalStack;
import io.dendrite.localstack.stack.Service;
import io.dendrite.localstack.stack.StackFailure;
import io.dendrite.localstack.stack.StackOptions;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A stack that this process has started, and that a signal stops in order. */
final class StackRun implements AutoCloseable {

    private final LocalStack stack;
    private final PrintStream out;
    private final CountDownLatch signalled = new CountDownLatch(1);
    private volatile boolean over;

    private StackRun(LocalStack stack, PrintStream out, int exitCodeOnSignal) {
        this.stack = stack;
        this.out = out;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> onSignal(exitCodeOnSignal), "stop"));
    }

    /**
     * Starts a stack and shows how that goes.
     *
     * @param exitCodeOnSignal what the process leaves with after Ctrl-C or {@code ./dendrite down}
     * @throws StackFailure if it does not start
     */
    static StackRun start(StackOptions options, PrintStream out, int exitCodeOnSignal) {
        // Read when the first server logs, which is after this.
        System.setProperty(
                "dendrite.log",
                options.directory().resolve("logs").resolve("stack.log").toString());
        StackRun run = new StackRun(new LocalStack(options), out, exitCodeOnSignal);
        out.println("Starting in " + options.directory());
        try (StartDisplay display = new StartDisplay(out, StartDisplay.isTerminal())) {
            run.stack.start(display);
            out.println("Ready after " + display.elapsed() + ".");
        } catch (StackFailure e) {
            run.awaitSignal();
            run.over = true;
            throw e;
        }
        return run;
    }

    LocalStack stack() {
        return stack;
    }

    /**
     * Stays until a signal ends this process; returns only to tell that a service has ended by itself.
     *
     * @return why that service ended
     */
    String untilServiceEnds() {
        Service ended = (Service) CompletableFuture.anyOf(stack.services().stream()
                        .map(service -> service.process().end().thenApply(end -> service))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        awaitSignal();
        return ended.whyItEnded();
    }

    /** Ctrl-C reaches the services too: give our own end the chance to be the reason before theirs is told. */
    private void awaitSignal() {
        try {
            if (signalled.await(500, TimeUnit.MILLISECONDS)) {
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void onSignal(int exitCode) {
        if (over) {
            return;
        }
        signalled.countDown();
        out.println();
        out.println("Stopping ...");
        stack.close();
        out.println("Stopped. The data stays in " + stack.directory().path() + ".");
        // A signal's own exit code would look like a failure, although stopping is what was asked for.
        Runtime.getRuntime().halt(exitCode);
    }

    @Override
    public void close() {
        stack.close();
        over = true;
    }
}

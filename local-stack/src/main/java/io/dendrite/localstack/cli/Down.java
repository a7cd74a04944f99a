package io.dendrite.localstack.cli;

import io.dendrite.localstack.stack.StackDirectory;
import io.dendrite.localstack.stack.StackFailure;
import io.dendrite.localstack.stack.StackState;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code down}: stops the stack that runs here, from another terminal. */
@Command(name = "down", description = "Stops the stack; its data stays.")
final class Down implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 60;

    @Mixin
    final Help help = new Help();

    @Mixin
    private final Where where = new Where();

    @Override
    public Integer call() throws InterruptedException {
        StackDirectory directory = where.directory();
        if (!directory.isInUse()) {
            System.out.println("Not running.");
            return 0;
        }
        StackState state = directory
                .state()
                .orElseThrow(() -> new StackFailure("The stack is only just starting: try again in a moment."));
        ProcessHandle process =
                ProcessHandle.of(state.pid()).orElseThrow(() -> new StackFailure("The stack has just ended."));
        System.out.println("Stopping process " + state.pid() + " ...");
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new StackFailure("Process " + state.pid() + " did not end within " + PATIENCE_SECONDS + " s: see "
                    + directory.logs().resolve("stack.log") + ".");
        } catch (ExecutionException e) {
            throw new StackFailure("The end of process " + state.pid() + " cannot be awaited.", e);
        }
        System.out.println("Stopped. The data stays in " + directory.path() + ".");
        return 0;
    }
}

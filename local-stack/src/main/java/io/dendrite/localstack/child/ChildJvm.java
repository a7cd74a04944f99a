package io.dendrite.localstack.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A JVM started by this one, which can be stopped, killed and started again. Its output goes to a log file; its
 * standard input is the pipe that {@link ParentWatch} listens to, so nothing is ever written to it.
 */
public final class ChildJvm {

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private @Nullable Process process;

    /** A child that is not running yet; {@code environment} is added to what this process has itself. */
    public ChildJvm(String name, List<String> command, Map<String, String> environment, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** What it is given beside the environment of this process. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /**
     * Starts it; does nothing if it runs.
     *
     * @throws UncheckedIOException if the operating system refuses
     */
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** Whether its process lives. */
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /**
     * Its process id, also after its end.
     *
     * @throws IllegalStateException if it was never started
     */
    public long pid() {
        return started().pid();
    }

    /** Ends it as {@code kill -9} does, and returns when it is gone. */
    public void kill() {
        started().destroyForcibly().onExit().join();
    }

    /**
     * Stops it where it is, as SIGSTOP does: it keeps its connections and answers nobody.
     *
     * @throws UncheckedIOException if the operating system knows no such signal
     */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on, as SIGCONT does; does nothing if it was not paused. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send SIG" + signal + " to " + name + ": " + e.getMessage(), e);
        }
    }

    /** Asks it to end in order, and kills it if it has not after {@code patience}; returns when it is gone. */
    public void stop(Duration patience) {
        if (!isRunning()) {
            return;
        }
        // Not Process.destroy(): it closes the child's standard input as well, for which ParentWatch would halt it.
        started().toHandle().destroy();
        if (!endsWithin(patience)) {
            kill();
        }
    }

    /** Waits for its end, at most this long; true if it has ended. */
    public boolean endsWithin(Duration limit) {
        try {
            started().onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !isRunning();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of " + name + " cannot be awaited", e);
        }
    }

    /** Completes when it has ended, however that came. */
    public CompletableFuture<?> end() {
        return started().onExit();
    }

    /**
     * What it left with.
     *
     * @throws IllegalThreadStateException if it has not ended
     */
    public int exitCode() {
        return started().exitValue();
    }

    /** The last lines of its log, for a message that says why it ended. */
    public List<String> lastLines(int count) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of("(its log cannot be read: " + e.getMessage() + ")");
        }
    }

    private synchronized Process started() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }
}

package io.dendrite.localstack.cli;

import io.dendrite.localstack.stack.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One line per part that is ready. Below it, a terminal shows what is awaited and for how long, on a line that is
 * overwritten; anything else gets such a line every ten seconds.
 */
final class StartDisplay implements Progress, AutoCloseable {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private final Set<String> awaited = new LinkedHashSet<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "start-display");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> ticking;

    StartDisplay(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        long every = terminal ? 200 : 10_000;
        ticking = clock.scheduleAtFixedRate(this::showAwaited, every, every, TimeUnit.MILLISECONDS);
    }

    /** Whether standard output is a terminal that can overwrite a line; the script looks, Java cannot tell well. */
    static boolean isTerminal() {
        return Boolean.getBoolean("dendrite.terminal");
    }

    @Override
    public synchronized void begins(String part) {
        awaited.add(part);
    }

    @Override
    public synchronized void ready(String part, Duration took, String where) {
        awaited.remove(part);
        out.print(terminal ? CLEAR_LINE : "");
        out.printf("  %-22s %7s   %s%n", part, seconds(took), where);
        out.flush();
    }

    /** How long it took so far. */
    String elapsed() {
        return seconds(Duration.ofNanos(System.nanoTime() - began));
    }

    private synchronized void showAwaited() {
        if (awaited.isEmpty()) {
            return;
        }
        String line = "  " + elapsed() + " ... waiting for " + String.join(", ", awaited);
        out.print(terminal ? CLEAR_LINE + line : line + System.lineSeparator());
        out.flush();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    @Override
    public synchronized void close() {
        ticking.cancel(false);
        clock.shutdown();
        out.print(terminal ? CLEAR_LINE : "");
    }
}

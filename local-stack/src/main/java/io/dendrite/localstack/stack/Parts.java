package io.dendrite.localstack.stack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Starts parts side by side. */
final class Parts {

    private Parts() {}

    /**
     * Returns when all have started, or as soon as one has failed.
     *
     * @throws StackFailure naming the part that failed and why
     */
    static void startTogether(Map<String, Runnable> starts, UnaryOperator<String> where, Progress progress) {
        if (starts.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(starts.size(), task -> {
            Thread thread = new Thread(task, "start");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<Void> done = new ExecutorCompletionService<>(threads);
            starts.forEach((part, start) -> done.submit(() -> start(part, start, where, progress), null));
            for (int left = starts.size(); left > 0; left--) {
                done.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : new StackFailure("" + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("The start was interrupted.", e);
        } finally {
            threads.shutdown();
        }
    }

    private static void start(String part, Runnable start, UnaryOperator<String> where, Progress progress) {
        long began = System.nanoTime();
        progress.begins(part);
        try {
            start.run();
        } catch (StackFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StackFailure(part + " cannot start: " + e.getMessage(), e);
        }
        progress.ready(part, Duration.ofNanos(System.nanoTime() - began), where.apply(part));
    }
}

package io.dendrite.benchmarks.floor;

import io.dendrite.benchmarks.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do one thing again and again, each when its last one is done. */
final class Workers {

    /** What they do; how it fails is told by its exception. */
    @FunctionalInterface
    interface Work {
        void once() throws Exception;
    }

    private Workers() {}

    /** What they did after the warm-up, as answers of status 200. */
    static List<Measured.Sample> run(int threads, int warmUpSeconds, int seconds, Work work) {
        long counted = System.nanoTime() + warmUpSeconds * 1_000_000_000L;
        long end = counted + seconds * 1_000_000_000L;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Measured.Sample>>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(pool.submit(() -> loop(work, counted, end)));
            }
            List<Measured.Sample> samples = new ArrayList<>();
            for (Future<List<Measured.Sample>> each : running) {
                samples.addAll(each.get());
            }
            return samples;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Measured.Sample> loop(Work work, long counted, long end) throws Exception {
        List<Measured.Sample> samples = new ArrayList<>();
        long begin = System.nanoTime();
        while (begin < end) {
            work.once();
            long now = System.nanoTime();
            if (now >= counted && now < end) {
                samples.add(new Measured.Sample(200, (now - begin) / 1e6));
            }
            begin = now;
        }
        return samples;
    }
}

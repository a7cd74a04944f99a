package io.dendrite.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The answers that a load process got, as lines of a file that the process which started it reads. */
final class Answers {

    private final Queue<LoadAnswer> lines = new ConcurrentLinkedQueue<>();
    private final long begin = System.nanoTime();

    void add(String request, int status, long millis, String id) {
        long at = (System.nanoTime() - begin) / 1_000_000;
        lines.add(new LoadAnswer(request, status, millis, at, System.currentTimeMillis() - millis, id));
    }

    void write(Path file) {
        try {
            Files.write(file, lines.stream().map(LoadAnswer::text).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<LoadAnswer> read(Path file) {
        try {
            return Files.readAllLines(file).stream().map(LoadAnswer::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.dendrite.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The directory a stack lives in: data, logs, mails, its state, and the lock that keeps a second one out. */
public final class StackDirectory {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** To open a locked file once more and close it again would release the lock, on most operating systems. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;

    /** Nothing is created yet. */
    public StackDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** The directory itself. */
    public Path path() {
        return path;
    }

    /** One log per process. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** One file per mail. */
    public Path mail() {
        return path.resolve("mail");
    }

    /** Keys, client secrets and passwords of the local issuer. */
    public Path issuer() {
        return path.resolve("data").resolve("issuer");
    }

    /** The key that the services encrypt patients' data with. */
    public Path masterKey() {
        return path.resolve("data").resolve("keys").resolve("master.key");
    }

    Path kafka() {
        return path.resolve("data").resolve("kafka");
    }

    Path mongodb() {
        return path.resolve("data").resolve("mongodb");
    }

    /**
     * Creates what is missing.
     *
     * @throws StackFailure if nothing can be written here
     */
    public void prepare() {
        try {
            Files.createDirectories(logs());
            Files.delete(Files.createTempFile(path, "writable", ".tmp"));
        } catch (IOException e) {
            throw new StackFailure(
                    "The directory " + path + " cannot be written (" + e.getMessage()
                            + "): free some space or change its permissions.",
                    e);
        }
    }

    /**
     * Takes the directory for this process until the lock is closed or the process ends; empty if another has it.
     * The operating system holds the lock, so one left by a killed process does not count.
     */
    public Optional<Lock> tryLock() {
        if (!HELD_HERE.add(path)) {
            return Optional.empty();
        }
        try {
            FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return Optional.of(new Lock(path, channel));
            }
            channel.close();
            HELD_HERE.remove(path);
            return Optional.empty();
        } catch (IOException e) {
            HELD_HERE.remove(path);
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a stack runs in this directory, in any process. */
    public boolean isInUse() {
        if (!Files.isDirectory(path)) {
            return false;
        }
        Optional<Lock> lock = tryLock();
        lock.ifPresent(Lock::close);
        return lock.isEmpty();
    }

    /** What the last stack wrote, whether it still runs or not; empty if there was none or it ended in order. */
    public Optional<StackState> state() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(stateFile()), StackState.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    void write(StackState state) {
        try {
            Path part = path.resolve("state.json.part");
            Files.write(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(state));
            Files.move(part, stateFile(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clearState() {
        try {
            Files.deleteIfExists(stateFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes data, logs, mails and state, and nothing else that may lie in the directory.
     *
     * @throws StackFailure if a stack runs here
     */
    public void delete() {
        if (!Files.isDirectory(path)) {
            return;
        }
        Lock lock = tryLock()
                .orElseThrow(
                        () -> new StackFailure("A stack runs in " + path + ": stop it first with ./dendrite down."));
        try {
            for (Path own : List.of(path.resolve("data"), logs(), mail(), stateFile(), lockFile())) {
                deleteWhole(own);
            }
        } catch (IOException e) {
            throw new StackFailure("Not everything in " + path + " could be deleted: " + e.getMessage(), e);
        } finally {
            lock.close();
        }
    }

    /** Each run has logs of its own; what the build said stays. */
    void deleteOldLogs() {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(logs(), "*.log")) {
            for (Path log : old) {
                if (!log.endsWith("build.log")) {
                    Files.delete(log);
                }
            }
        } catch (IOException e) {
            throw new StackFailure("The old logs in " + logs() + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    private static void deleteWhole(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path lockFile() {
        return path.resolve("lock");
    }

    private Path stateFile() {
        return path.resolve("state.json");
    }

    /** A directory that is taken. */
    public static final class Lock implements AutoCloseable {

        private final Path path;
        private final FileChannel channel;

        Lock(Path path, FileChannel channel) {
            this.path = path;
            this.channel = channel;
        }

        /** Lets others have it. */
        @Override
        public void close() {
            try {
                channel.close();
                HELD_HERE.remove(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

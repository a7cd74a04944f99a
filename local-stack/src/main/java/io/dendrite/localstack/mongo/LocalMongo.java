package io.dendrite.localstack.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A server of MongoDB's wire protocol inside this JVM, its data in one file. It can be stopped and started again.
 * What it cannot do (transactions, partial and TTL indexes, pipeline updates) is listed in docs/local-stack.md.
 */
public final class LocalMongo implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Path directory;
    private final int port;
    private final boolean fsync;
    private @Nullable MongoServer server;

    /** A server that is not running yet, surviving kills of the process but perhaps not a power cut. */
    public LocalMongo(Path directory, int port) {
        this(directory, port, false);
    }

    /** The same; {@code fsync} makes every acknowledged write survive a power cut too. */
    public LocalMongo(Path directory, int port, boolean fsync) {
        this.directory = directory.toAbsolutePath();
        this.port = port;
        this.fsync = fsync;
    }

    /** The address without a database name. */
    public String connectionString() {
        return "mongodb://" + HOST + ":" + port;
    }

    /**
     * Returns when clients are served; does nothing if it already runs.
     *
     * @throws IllegalStateException if another process has the data, it cannot be read, or an older version wrote it
     */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Files.exists(directory.resolve("data.mv"))) {
            throw new IllegalStateException("the data in " + directory + " has the form of an older version, which is"
                    + " not read any more; ./dendrite reset deletes it");
        }
        DurableBackend backend = new DurableBackend(directory.resolve("store.mv"), fsync);
        MongoServer starting = new MongoServer(backend);
        try {
            starting.bind(new InetSocketAddress(HOST, port));
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
        server = starting;
    }

    /** Breaks all connections and closes the file; what was acknowledged is in it. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdownNow();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}

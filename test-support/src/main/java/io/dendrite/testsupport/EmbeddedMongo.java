package io.dendrite.testsupport;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/** An in-memory server that speaks MongoDB's wire protocol, on a free loopback port. */
public final class EmbeddedMongo implements AutoCloseable {

    private final AnsweringHello backend = new AnsweringHello();
    private MongoServer server = new MongoServer(backend);
    private final InetSocketAddress address = server.bind();

    /** Where it listens, without a database name. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + address.getPort();
    }

    /** The same with a database. */
    public String connectionString(String database) {
        return connectionString() + "/" + database;
    }

    /** Stops answering, as in an outage; what was stored is kept for {@link #start()}. */
    public synchronized void stop() {
        server.shutdownNow();
    }

    /** Answers again at the same address after {@link #stop()}. */
    public synchronized void start() {
        server = new MongoServer(backend);
        server.bind(address);
    }

    /** Stops answering for good. */
    @Override
    public synchronized void close() {
        server.shutdownNow();
    }

    /** The library does not know {@code hello}, which Spring Boot's health check sends. */
    private static final class AnsweringHello extends MemoryBackend {

        /** The library forgets everything when a server stops; an outage does not. */
        @Override
        public void close() {}

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            if ("hello".equalsIgnoreCase(command)) {
                return super.handleCommand(channel, database, "isMaster", query).append("isWritablePrimary", true);
            }
            return super.handleCommand(channel, database, command, query);
        }
    }
}

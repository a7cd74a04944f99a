package io.dendrite.localstack.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * The server's storage in one file, where what was acknowledged is there after a kill. The library itself writes
 * in the background: a kill then loses acknowledged documents, or leaves one outside its unique index.
 */
final class DurableBackend extends H2Backend {

    /** Commands that change nothing; every other one, also an unknown one, waits for the disk. */
    private static final Set<String> READS = Set.of(
            "buildinfo",
            "connectionstatus",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "find",
            "getlasterror",
            "getmore",
            "getparameter",
            "hostinfo",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus");

    private static final int VERSIONS_KEPT = 5;

    private final GroupCommit commits;

    /** Opens or creates the file; {@code fsync} also survives a power cut, at the price of a disk flush per group. */
    DurableBackend(Path file, boolean fsync) {
        super(open(file.toString()));
        MVStore store = getMvStore();
        commits = new GroupCommit(() -> {
            store.commit();
            if (fsync) {
                store.sync();
            }
        });
    }

    /**
     * Opens or creates a store that writes only when it is told to, and reuses room as soon as that is safe: not after a
     * time, which would multiply the file's size, but a few commits later. What the newest version no longer needs, the one
     * before it may: with room given away at once, a kill in the middle of the next write costs acknowledged ones.
     */
    static MVStore open(String file) {
        MVStore store =
                new MVStore.Builder().fileName(file).autoCommitDisabled().open();
        store.setRetentionTime(0);
        store.setVersionsToKeep(VERSIONS_KEPT);
        return store;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String database) {
        return new DurableDatabase(database, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) {
            // The library knows only the older name; Spring Boot's health check sends this one.
            return super.handleCommand(channel, database, "isMaster", query).append("isWritablePrimary", true);
        }
        if (READS.contains(name)) {
            return super.handleCommand(channel, database, command, query);
        }
        return commits.write(() -> super.handleCommand(channel, database, command, query));
    }
}

package io.dendrite.localstack.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.mongo.RecordedFile.Change;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kill leaves the file as it was after some page of some write. Each such file must open with all that was
 * acknowledged: hundreds of them here, for the few that {@link MongoDurabilityIT} can be killed at.
 */
class CrashPointsIT {

    private static final int KILLS = 600;
    private static final int MOST_COMMITS = 60;
    private static final int LAST_CHANGES = 12;
    private static final int PAGE = 4096;
    private static final int MOST_ENTRIES = 150;

    private final Random random = new Random(1);
    private Map<Integer, Integer> model = new TreeMap<>();
    private int nextKey;

    @TempDir
    Path directory;

    @BeforeAll
    static void recordFiles() {
        RecordedFile.register();
    }

    /** What was committed after so many changes of the file. */
    private record Commit(int changes, Map<Integer, Integer> entries) {}

    @Test
    void opensWithWhatWasAcknowledgedWhereverItIsKilled() throws IOException {
        Path file = directory.resolve("store");
        Path before = directory.resolve("before");
        create(file);
        for (int kill = 0; kill < KILLS; kill++) {
            Files.copy(file, before, StandardCopyOption.REPLACE_EXISTING);
            List<Change> changes = new ArrayList<>();
            List<Commit> commits = work(file, changes);

            int at = changes.size() - 1 - random.nextInt(Math.min(changes.size(), LAST_CHANGES));
            replay(before, changes, at);
            Files.copy(before, file, StandardCopyOption.REPLACE_EXISTING);

            Map<Integer, Integer> found = entries(before);
            List<Map<Integer, Integer>> possible = possibleAt(at, commits);
            assertThat(possible).as("kill %d, at change %d", kill, at).contains(found);
            model = found;
        }
    }

    private static void create(Path file) {
        MVStore store = DurableBackend.open(file.toString());
        store.openMap("documents");
        store.commit();
        store.close();
    }

    /** A handful of commits, and the changes of the file they made. */
    private List<Commit> work(Path file, List<Change> changes) {
        MVStore store = DurableBackend.open(RecordedFile.PREFIX + file);
        RecordedFile.takeChanges();
        MVMap<Integer, byte[]> documents = store.openMap("documents");
        MVMap<String, Integer> index = store.openMap("index");
        List<Commit> commits = new ArrayList<>();
        commits.add(new Commit(0, new TreeMap<>(model)));
        for (int left = 1 + random.nextInt(MOST_COMMITS); left > 0; left--) {
            for (int writes = 1 + random.nextInt(4); writes > 0; writes--) {
                write(documents, index);
            }
            store.commit();
            changes.addAll(RecordedFile.takeChanges());
            commits.add(new Commit(changes.size(), new TreeMap<>(model)));
        }
        store.closeImmediately();
        return commits;
    }

    private void write(MVMap<Integer, byte[]> documents, MVMap<String, Integer> index) {
        int key = model.size() < MOST_ENTRIES ? nextKey++ : random.nextInt(nextKey);
        if (model.containsKey(key) && random.nextBoolean()) {
            documents.remove(key);
            index.remove(indexKey(key));
            model.remove(key);
            return;
        }
        byte[] document = new byte[50 + random.nextInt(1500)];
        random.nextBytes(document);
        documents.put(key, document);
        index.put(indexKey(key), key);
        model.put(key, Arrays.hashCode(document));
    }

    private static String indexKey(int key) {
        return Integer.toHexString(Integer.reverse(key));
    }

    /** The changes up to the one the kill falls into, and of that one only its first pages. */
    private void replay(Path file, List<Change> changes, int at) throws IOException {
        try (FileChannel opened = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (Change change : changes.subList(0, at)) {
                apply(opened, change, Integer.MAX_VALUE);
            }
            Change last = changes.get(at);
            int pages = last.written() == null ? 1 : last.written().limit() / PAGE;
            apply(opened, last, random.nextInt(pages + 1));
        }
    }

    private static void apply(FileChannel file, Change change, int pages) throws IOException {
        ByteBuffer written = change.written();
        if (written != null) {
            int reached = (int) Math.min(written.limit(), (long) pages * PAGE);
            file.write(written.duplicate().limit(reached), change.position());
        } else if (pages > 0) {
            file.truncate(change.position());
        }
    }

    /** The last commit that was acknowledged then, or the one under way. */
    private static List<Map<Integer, Integer>> possibleAt(int at, List<Commit> commits) {
        int acknowledged = 0;
        while (acknowledged + 1 < commits.size()
                && commits.get(acknowledged + 1).changes() <= at) {
            acknowledged++;
        }
        return commits.subList(acknowledged, Math.min(acknowledged + 2, commits.size())).stream()
                .map(Commit::entries)
                .toList();
    }

    private static Map<Integer, Integer> entries(Path file) {
        MVStore store = DurableBackend.open(file.toString());
        MVMap<Integer, byte[]> documents = store.openMap("documents");
        MVMap<String, Integer> index = store.openMap("index");
        Map<Integer, Integer> entries = new TreeMap<>();
        documents.forEach((key, document) -> entries.put(key, Arrays.hashCode(document)));
        assertThat(index.values()).containsExactlyInAnyOrderElementsOf(entries.keySet());
        store.closeImmediately();
        return entries;
    }
}

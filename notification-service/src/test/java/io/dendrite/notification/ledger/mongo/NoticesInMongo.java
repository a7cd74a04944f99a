package io.dendrite.notification.ledger.mongo;

import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.dendrite.notification.ledger.application.Claim;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;

/** Opens the ledger of an empty database for each test, and asks it in few words. */
abstract class NoticesInMongo {

    static final Instant NOW = Instant.parse("2026-11-20T18:31:00.123Z");
    static final Duration LEASE = Duration.ofMinutes(1);

    MongoLedger ledger;
    MongoNoticeQueue queue;
    private MongoDatabase database;

    /** An empty database for each test. */
    abstract MongoDatabase database();

    @BeforeEach
    void open() {
        database = database();
        new NoticeIndexes(database).create();
        ledger = new MongoLedger(database);
        queue = new MongoNoticeQueue(database);
    }

    /** The one of this test. */
    MongoDatabase openedDatabase() {
        return database;
    }

    Notice recorded(String eventId) {
        Notice notice = Notice.dueNow(confirmation(eventId, 1), NOW);
        assertThat(ledger.record(List.of(notice))).isOne();
        return notice;
    }

    Optional<Claim> claim(String owner, Instant now) {
        return queue.claimDue(owner, now, now.plus(LEASE), List.of());
    }

    Progress progress(Notice notice) {
        return ledger.find(notice.id()).orElseThrow().progress();
    }

    static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> tasks = Collections.nCopies(threads, work);
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}

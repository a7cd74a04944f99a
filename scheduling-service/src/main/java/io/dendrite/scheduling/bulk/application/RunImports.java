package io.dendrite.scheduling.bulk.application;

import io.dendrite.scheduling.bulk.model.ImportKind;
import io.dendrite.scheduling.bulk.model.ImportOrder;
import io.dendrite.scheduling.bulk.model.ImportProgress;
import io.dendrite.scheduling.bulk.model.ImportRow;
import io.dendrite.scheduling.bulk.model.ImportStatus;
import io.dendrite.scheduling.bulk.model.ImportTally;
import io.dendrite.scheduling.bulk.model.RowResult;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Works files off, one after the other, some hundred rows at a time; how far it is stands in the database every second. A
 * service that dies leaves an import interrupted. The same file again finds the rows that were taken and goes on.
 */
@Component
public class RunImports implements DisposableBean {

    /** From when on one that says nothing counts as interrupted. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(RunImports.class);
    private static final int BATCH = 200;
    private static final int MOST_WAITING = 4;
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    private final Imports imports;
    private final Map<ImportKind, RowTaker> takers;
    private final OnRecord onRecord;
    private final Clock clock;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), work -> new Thread(work, "imports"));

    RunImports(Imports imports, List<RowTaker> takers, OnRecord onRecord, Clock clock) {
        this.imports = imports;
        this.takers = takers.stream().collect(Collectors.toMap(RowTaker::kind, Function.identity()));
        this.onRecord = onRecord;
        this.clock = clock;
    }

    /**
     * Takes a file in, and works on it when its turn comes.
     *
     * @param by who sends it
     * @throws IOException when it does not arrive
     * @throws ProblemException 503 when too many wait
     */
    public ImportProgress begin(ImportOrder order, String by, InputStream file) throws IOException {
        Spool spool = Spool.of(file);
        ImportProgress begun = ImportProgress.begun(order, by, clock.instant());
        imports.store(begun);
        try {
            worker.execute(() -> run(begun, spool));
        } catch (RejectedExecutionException e) {
            spool.close();
            imports.store(begun.interrupted());
            throw ProblemException.of(ProblemType.UNAVAILABLE, "Other imports wait. Send the file again later.")
                    .withHeader("Retry-After", "60");
        }
        return begun;
    }

    private void run(ImportProgress begun, Spool spool) {
        onRecord.actor(begun.startedBy());
        Run run = new Run(begun);
        try (spool;
                InputStream rows = spool.read()) {
            CsvRows.read(rows, begun.order().kind(), run::row, error -> run.refused(RowResult.refused(List.of(error))));
            run.flush();
            run.tell(ImportStatus.DONE, null);
        } catch (UnreadableFileException e) {
            run.flush();
            run.tell(ImportStatus.UNREADABLE, "line " + e.line() + ": " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            // MongoDB away, say. Class names only: messages may quote a row.
            log.error(
                    "import {} broke off: {}", begun.order().id(), e.getClass().getName());
            run.brokenOff();
        }
    }

    /** One file while it is worked on. */
    private final class Run {

        private final ImportProgress begun;
        private final ImportTally tally = new ImportTally();
        private final List<ImportRow> batch = new ArrayList<>();
        private Instant told;

        Run(ImportProgress begun) {
            this.begun = begun;
            this.told = begun.startedAt();
        }

        void row(ImportRow row) {
            batch.add(row);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        /** What is refused for its form keeps its place among the others. */
        void refused(RowResult result) {
            flush();
            tally.add(result);
        }

        void flush() {
            if (batch.isEmpty()) {
                return;
            }
            RowTaker taker = takers.get(begun.order().kind());
            if (taker != null) {
                taker.take(List.copyOf(batch), begun.order()).forEach(tally::add);
            }
            batch.clear();
            if (!clock.instant().isBefore(told.plus(TELL_EVERY))) {
                tell(ImportStatus.RUNNING, null);
            }
        }

        void tell(ImportStatus status, @Nullable String message) {
            told = clock.instant();
            imports.store(begun.at(told, status, tally, message));
        }

        void brokenOff() {
            try {
                tell(ImportStatus.INTERRUPTED, null);
            } catch (RuntimeException e) {
                log.warn(
                        "import {} cannot be marked as broken off; its silence says it",
                        begun.order().id());
            }
        }
    }

    /** Files that wait are lost with the process, and count as interrupted. */
    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}

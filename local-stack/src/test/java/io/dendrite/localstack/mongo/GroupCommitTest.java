package io.dendrite.localstack.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void answersOnlyAfterTheFlushThatCoversTheWrite() {
        List<String> happened = new ArrayList<>();
        GroupCommit commits = new GroupCommit(() -> happened.add("flush"));

        String answer = commits.write(() -> {
            happened.add("write");
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(happened).containsExactly("write", "flush");
    }

    @Test
    void oneFlushServesAllWritesThatRanTogether() throws Exception {
        AtomicInteger flushes = new AtomicInteger();
        GroupCommit commits = new GroupCommit(flushes::incrementAndGet);
        CyclicBarrier together = new CyclicBarrier(8);

        List<Future<Integer>> writes = new ArrayList<>();
        for (int write = 0; write < 8; write++) {
            writes.add(threads.submit(() -> commits.write(() -> await(together))));
        }
        for (Future<Integer> write : writes) {
            write.get();
        }

        assertThat(flushes).hasValue(1);
    }

    @Test
    void noWriteRunsDuringAFlush() throws Exception {
        AtomicBoolean flushing = new AtomicBoolean();
        AtomicInteger overlaps = new AtomicInteger();
        GroupCommit commits = new GroupCommit(() -> {
            flushing.set(true);
            Thread.onSpinWait();
            flushing.set(false);
        });

        List<Future<?>> writes = new ArrayList<>();
        for (int write = 0; write < 2_000; write++) {
            writes.add(threads.submit(() -> commits.write(() -> {
                if (flushing.get()) {
                    overlaps.incrementAndGet();
                }
                return 0;
            })));
        }
        for (Future<?> write : writes) {
            write.get();
        }

        assertThat(overlaps).hasValue(0);
    }

    @Test
    void flushesWhatAFailingWriteLeftBehind() {
        AtomicInteger flushes = new AtomicInteger();
        GroupCommit commits = new GroupCommit(flushes::incrementAndGet);

        assertThatThrownBy(() -> commits.write(() -> {
                    throw new IllegalStateException("half way");
                }))
                .hasMessage("half way");

        assertThat(flushes).hasValue(1);
    }

    @Test
    void aFailedFlushIsToldAndTriedAgainWithTheNextWrite() {
        AtomicInteger flushes = new AtomicInteger();
        GroupCommit commits = new GroupCommit(() -> {
            if (flushes.incrementAndGet() == 1) {
                throw new IllegalStateException("disk full");
            }
        });

        assertThatThrownBy(() -> commits.write(() -> "lost")).hasMessage("disk full");

        assertThat(commits.write(() -> "kept")).isEqualTo("kept");
        assertThat(flushes).hasValue(2);
    }

    private static int await(CyclicBarrier barrier) {
        try {
            return barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.dendrite.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public void begins(String part) {
            heard.add("begins " + part);
        }

        @Override
        public void ready(String part, Duration took, String where) {
            heard.add("ready " + part + " at " + where);
        }
    };

    @Test
    void startsPartsSideBySide() {
        CyclicBarrier both = new CyclicBarrier(2);

        Parts.startTogether(Map.of("a", () -> meet(both), "b", () -> meet(both)), name -> "here", progress);

        assertThat(heard).containsExactlyInAnyOrder("begins a", "begins b", "ready a at here", "ready b at here");
    }

    @Test
    void tellsTheFirstFailureWithoutWaitingForTheOthers() {
        CountDownLatch never = new CountDownLatch(1);
        Map<String, Runnable> starts = Map.of(
                "slow", () -> hang(never),
                "broken",
                        () -> {
                            throw new IllegalStateException("no disk");
                        });

        assertThatThrownBy(() -> Parts.startTogether(starts, name -> "", Progress.SILENT))
                .isInstanceOf(StackFailure.class)
                .hasMessage("broken cannot start: no disk");
        never.countDown();
    }

    @Test
    void passesOnWhatIsAlreadySaidWell() {
        StackFailure said = new StackFailure("Port 1 is busy.");

        assertThatThrownBy(() -> Parts.startTogether(
                        Map.of("a", () -> {
                            throw said;
                        }),
                        name -> "",
                        Progress.SILENT))
                .isSameAs(said);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hang(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.dendrite.scheduling.outbox.application;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WakeListTest {

    private final WakeList list = new WakeList(3);

    @Test
    void namesAPatientOnceHoweverOftenWoken() throws Exception {
        list.add(List.of("a"));
        list.add(List.of("a", "b"));

        assertThat(list.take(10, Duration.ZERO)).containsExactlyInAnyOrder("a", "b");
        assertThat(list.take(10, Duration.ZERO)).isEmpty();
    }

    @Test
    void servesFirstWhoCameFirst() throws Exception {
        list.add(List.of("b"));
        list.add(List.of("a"));

        assertThat(list.take(1, Duration.ZERO)).containsExactly("b");
        assertThat(list.take(1, Duration.ZERO)).containsExactly("a");
    }

    @Test
    void leavesOutWhoeverDoesNotFit() throws Exception {
        list.add(List.of("a", "b", "c", "d"));

        assertThat(list.take(10, Duration.ZERO)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void waitsForTheFirst() throws Exception {
        CompletableFuture<Set<String>> taken = supplyAsync(() -> take(Duration.ofMinutes(1)));
        list.add(List.of("a"));

        assertThat(taken.get(10, TimeUnit.SECONDS)).containsExactly("a");
    }

    @Test
    void doesNotWaitWhenThePatienceIsNegative() throws Exception {
        assertThat(list.take(1, Duration.ofSeconds(-5))).isEmpty();
    }

    @Test
    void givesUpWaitingWhenInterrupted() {
        CompletableFuture<Set<String>> taken = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                taken.complete(list.take(1, Duration.ofMinutes(1)));
            } catch (InterruptedException e) {
                taken.completeExceptionally(e);
            }
        });
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        waiting.interrupt();

        assertThatThrownBy(() -> taken.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
    }

    private Set<String> take(Duration patience) {
        try {
            return list.take(10, patience);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

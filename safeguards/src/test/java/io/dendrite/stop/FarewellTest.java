package io.dendrite.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FarewellTest {

    private final Farewell farewell = new Farewell();

    @Test
    void endsOnceNobodyComes() throws InterruptedException {
        assertThat(farewell.hasBegun()).isFalse();

        farewell.sayAndAwaitQuiet(Duration.ofMillis(10), Duration.ofMinutes(10));

        assertThat(farewell.hasBegun()).isTrue();
        farewell.takeBack();
        assertThat(farewell.hasBegun()).isFalse();
    }

    @Test
    void waitsWhileSomebodyComesAndNotForEver() throws Exception {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        CompletableFuture<Void> visitor = CompletableFuture.runAsync(() -> {
            while (goesOn.get()) {
                farewell.visit();
                Thread.onSpinWait();
            }
        });
        CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> say(Duration.ofSeconds(60)));

        assertThat(leaving.completeOnTimeout(null, 300, TimeUnit.MILLISECONDS)).isNotCompleted();
        say(Duration.ofMillis(200));
        goesOn.set(false);
        visitor.get(10, TimeUnit.SECONDS);
        leaving.get(10, TimeUnit.SECONDS);
    }

    private void say(Duration atMost) {
        try {
            farewell.sayAndAwaitQuiet(Duration.ofSeconds(1), atMost);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

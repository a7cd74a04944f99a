package io.dendrite.notification.delivery.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WakeUpTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final WakeUp wakeUp = new WakeUp();

    @Test
    void endsTheWaitOfAllSenders() throws Exception {
        long heard = wakeUp.heard();
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> await(heard));
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> await(heard));

        wakeUp.noticesRecorded();

        assertThatCode(() -> CompletableFuture.allOf(one, other).get(10, TimeUnit.SECONDS))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotWaitWhenItRangWhileTheSenderWasLooking() {
        long heard = wakeUp.heard();
        wakeUp.noticesRecorded();

        await(heard);

        assertThat(wakeUp.heard()).isEqualTo(heard + 1);
    }

    @Test
    void endsAWaitThatTakesTooLong() throws InterruptedException {
        long before = System.nanoTime();

        wakeUp.await(wakeUp.heard(), Duration.ofMillis(30));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    private void await(long heard) {
        try {
            wakeUp.await(heard, LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

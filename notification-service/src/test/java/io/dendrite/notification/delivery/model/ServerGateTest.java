package io.dendrite.notification.delivery.model;

import static io.dendrite.notification.delivery.model.ServerGate.Pass.FREE;
import static io.dendrite.notification.delivery.model.ServerGate.Pass.NONE;
import static io.dendrite.notification.delivery.model.ServerGate.Pass.PROBE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerGateTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final ServerGate gate =
            new ServerGate(new Backoff(Duration.ofSeconds(1), 2, Duration.ofSeconds(5), () -> 0));

    @Test
    void letsAllPassWhileTheServerAnswers() {
        assertThat(gate.enter(NOON)).isEqualTo(FREE);
        assertThat(gate.enter(NOON)).isEqualTo(FREE);
        assertThat(gate.reachable()).isFalse();
    }

    @Test
    void letsOnlyOneTryOnceTheServerIsAway() {
        gate.unreachable(FREE, NOON);

        assertThat(gate.enter(NOON.plusMillis(999))).isEqualTo(NONE);
        assertThat(gate.enter(NOON.plusSeconds(1))).isEqualTo(PROBE);
        assertThat(gate.enter(NOON.plusSeconds(1))).isEqualTo(NONE);
    }

    @Test
    void letsAllPassAgainAfterOneSuccess() {
        gate.unreachable(FREE, NOON);
        gate.enter(NOON.plusSeconds(1));

        assertThat(gate.reachable()).isTrue();
        gate.leave(PROBE);
        assertThat(gate.enter(NOON.plusSeconds(1))).isEqualTo(FREE);
    }

    @Test
    void waitsLongerAfterEachTryInVain() {
        Instant now = NOON;
        gate.unreachable(FREE, now);
        for (int seconds : new int[] {1, 2, 4, 5, 5}) {
            assertThat(gate.enter(now.plusSeconds(seconds).minusMillis(1))).isEqualTo(NONE);
            now = now.plusSeconds(seconds);
            assertThat(gate.enter(now)).isEqualTo(PROBE);
            gate.unreachable(PROBE, now);
            gate.leave(PROBE);
        }
    }

    @Test
    void countsStragglersOfTheSameOutageOnce() {
        gate.unreachable(FREE, NOON);
        gate.unreachable(FREE, NOON.plusMillis(10));
        gate.unreachable(FREE, NOON.plusMillis(20));

        assertThat(gate.enter(NOON.plusSeconds(1))).isEqualTo(PROBE);
        gate.unreachable(FREE, NOON.plusSeconds(1));
        gate.leave(FREE);
        assertThat(gate.enter(NOON.plusSeconds(2))).isEqualTo(NONE);
    }

    @Test
    void letsAnotherTryWhenTheFirstHadNothingToSend() {
        gate.unreachable(FREE, NOON);
        gate.enter(NOON.plusSeconds(1));
        gate.leave(PROBE);

        assertThat(gate.enter(NOON.plusSeconds(1))).isEqualTo(PROBE);
    }
}

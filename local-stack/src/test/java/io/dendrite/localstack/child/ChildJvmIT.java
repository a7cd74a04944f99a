package io.dendrite.localstack.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dendrite.localstack.TestJvm;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmIT {

    private static final int TERMINATED = 128 + 15;
    private static final int KILLED = 128 + 9;

    @TempDir
    Path directory;

    private ChildJvm child;

    @BeforeEach
    void describe() {
        child = TestJvm.of(WaitingMain.class, directory);
    }

    @AfterEach
    void end() {
        if (child.isRunning()) {
            child.kill();
        }
    }

    @Test
    void stopsInOrder() {
        startAndAwait(1);

        child.stop(Duration.ofSeconds(20));

        assertThat(child.isRunning()).isFalse();
        assertThat(child.exitCode()).isEqualTo(TERMINATED);
    }

    @Test
    void isKilledAndStartedAgainAsAnotherProcessWithTheSameLog() {
        startAndAwait(1);
        long first = child.pid();

        child.kill();
        assertThat(child.exitCode()).isEqualTo(KILLED);
        startAndAwait(2);

        assertThat(child.pid()).isNotEqualTo(first);
    }

    @Test
    void startingItTwiceStartsOneProcess() {
        startAndAwait(1);
        long first = child.pid();

        child.start();

        assertThat(child.pid()).isEqualTo(first);
    }

    @Test
    void hasNoProcessBeforeItsStart() {
        assertThat(child.isRunning()).isFalse();
        assertThatThrownBy(child::pid).hasMessage("WaitingMain was never started");
    }

    private void startAndAwait(int timesInLog) {
        child.start();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        child.lastLines(9).stream().filter("waiting"::equals).count() == timesInLog);
    }
}

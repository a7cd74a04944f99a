package io.dendrite.localstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.TestJvm;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A minute of harm, always of the same seed; longer runs are made by {@code ./dendrite chaos}. */
class ChaosIT {

    private static final long SEED = 20_270_308;

    @Test
    void everyPromiseIsKeptWhilePartsAreKilledPausedAndRestarted() throws Exception {
        Path root = TestJvm.root();

        ChaosRun.Outcome outcome =
                new ChaosRun(root, root.resolve("local-stack/target/chaos"), SEED).run(Duration.ofSeconds(60));

        System.out.println(outcome);
        assertThat(outcome.findings()).allMatch(finding -> finding.startsWith("ok"));
        assertThat(outcome.good()).isTrue();
        assertThat(outcome.faults().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isGreaterThan(3);
        assertThat(outcome.answers().get(201)).isGreaterThan(20);
    }
}

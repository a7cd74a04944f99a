package io.dendrite.localstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void aSeedBeginsTheSameRowEachTimeAndAnotherSeedAnother() {
        assertThat(row(7)).isEqualTo(row(7)).isNotEqualTo(row(8));
    }

    @Test
    void everyPartComesToEveryHarm() {
        assertThat(row(1).stream().map(fault -> fault.kind() + " " + fault.part()))
                .contains("KILL 0", "PAUSE 0", "RESTART 0", "KILL 7", "PAUSE 7", "RESTART 7");
    }

    private static List<Fault> row(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        return Stream.generate(() -> Fault.next(chance, 8)).limit(400).toList();
    }
}

package io.dendrite.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    @Test
    void takesTheNearestRankOfWantedAnswersOnly() {
        List<Measured.Sample> samples = new ArrayList<>();
        for (int millis = 100; millis >= 1; millis--) {
            samples.add(new Measured.Sample(201, millis));
        }
        samples.add(new Measured.Sample(409, 5000));
        samples.add(new Measured.Sample(0, 60_000));

        Measured row = Measured.of("s", "p", samples, 20);

        assertThat(row.requests()).isEqualTo(102);
        assertThat(row.statuses()).isEqualTo(Map.of(201, 100, 409, 1, 0, 1));
        assertThat(row.perSecond()).isEqualTo(5.0);
        assertThat(row.p50()).isEqualTo(50);
        assertThat(row.p95()).isEqualTo(95);
        assertThat(row.p99()).isEqualTo(99);
        assertThat(row.max()).isEqualTo(100);
    }

    @Test
    void isAllZerosWithoutAWantedAnswer() {
        Measured row = Measured.of("s", "p", List.of(new Measured.Sample(503, 3)), 10);

        assertThat(List.of(row.perSecond(), row.p50(), row.p99(), row.max())).containsOnly(0.0);
    }

    @Test
    void countsEveryAnswerOfACallThatIsMeantToBeRefused() {
        Measured row = Measured.ofAll("s", "p", List.of(new Measured.Sample(405, 3), new Measured.Sample(405, 5)), 1);

        assertThat(row.perSecond()).isEqualTo(2.0);
        assertThat(row.max()).isEqualTo(5);
        assertThat(row.statuses()).isEqualTo(Map.of(405, 2));
    }
}

package io.dendrite.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    @Test
    void areAllOrThoseOfTheLettersInTheirOrder() {
        assertThat(Scenario.of(List.of())).containsExactly(Scenario.values());
        assertThat(Scenario.of(List.of("e", "a"))).containsExactly(Scenario.BOOKINGS, Scenario.MIX);
        assertThatThrownBy(() -> Scenario.of(List.of("z"))).hasMessageContaining("no scenario z");
    }

    @Test
    void saysInOneLineThatAnInstallationCannotBeReached() {
        StringWriter said = new StringWriter();

        int code = Benchmarks.commandLine()
                .setErr(new PrintWriter(said, true))
                .execute("d", "--gateway", "http://127.0.0.1:1", "--token", "x", "--manager-token", "y");

        assertThat(code).isEqualTo(1);
        assertThat(said.toString())
                .startsWith("bench: what is measured cannot be reached")
                .hasLineCount(1);
    }

    @Test
    void theCommandRefusesWhatItDoesNotKnow() {
        assertThat(Benchmarks.commandLine().execute("z")).isEqualTo(2);
        assertThat(Benchmarks.commandLine().execute("--gateway", "http://localhost:1"))
                .isEqualTo(2);
    }
}

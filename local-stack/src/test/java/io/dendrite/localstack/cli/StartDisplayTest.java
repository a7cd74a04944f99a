package io.dendrite.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartDisplayTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);

    @Test
    void givesEveryPartThatIsReadyOneLine() {
        try (StartDisplay display = new StartDisplay(out, false)) {
            display.begins("kafka");
            display.ready("kafka", Duration.ofMillis(3_140), "127.0.0.1:9092");
        }

        assertThat(shown().lines()).singleElement().asString().matches("  kafka +3\\.1 s   127\\.0\\.0\\.1:9092");
    }

    @Test
    void showsATerminalWhatIsAwaitedOnALineThatIsOverwritten() {
        try (StartDisplay display = new StartDisplay(out, true)) {
            display.begins("kafka");
            display.begins("mongodb");

            await().atMost(Duration.ofSeconds(10)).until(() -> shown().contains("waiting for kafka, mongodb"));
            display.ready("kafka", Duration.ofSeconds(3), "here");
            await().atMost(Duration.ofSeconds(10)).until(() -> shown().endsWith("waiting for mongodb"));
        }

        assertThat(shown().split("\n"))
                .as("lines that stay, and the one that is overwritten")
                .hasSize(2);
        assertThat(shown()).endsWith("\r\u001b[K");
    }

    @Test
    void writesNoControlCharactersWhereNobodyReadsThem() {
        try (StartDisplay display = new StartDisplay(out, false)) {
            display.begins("kafka");
            display.ready("kafka", Duration.ofSeconds(1), "here");
        }

        assertThat(shown()).doesNotContain("\r\u001b", "\u001b[K");
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}

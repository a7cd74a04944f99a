package io.dendrite.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Report report = new Report(new PrintStream(screen, true, StandardCharsets.UTF_8));

    @Test
    void isContentWhenEveryCheckHolds() {
        report.step("Book", () -> report.check(true, "it is booked"));

        assertThat(report.sumUp()).isTrue();
        assertThat(shown()).contains("1. Book", "ok: it is booked", "Everything arrived as expected.");
    }

    @Test
    void goesOnAfterAFailedCheckAndNamesItAtTheEnd() {
        report.step("Book", () -> report.check(false, "it is booked"));
        report.step("Cancel", () -> report.check(true, "it is cancelled"));

        assertThat(report.sumUp()).isFalse();
        assertThat(shown()).contains("MISSING: it is booked", "ok: it is cancelled", "Book: it is booked");
    }

    @Test
    void doesNotTryWhatStandsOnAStepThatBroke() {
        AtomicBoolean tried = new AtomicBoolean();
        report.step("Book", () -> {
            throw new IllegalStateException("answered with 500");
        });
        report.step("Cancel", () -> tried.set(true));

        assertThat(report.sumUp()).isFalse();
        assertThat(tried).isFalse();
        assertThat(shown()).contains("Book: answered with 500", "Cancel: not tried");
    }

    @Test
    void setsQuotesOff() {
        report.quote("first\nsecond");

        assertThat(shown().lines()).containsExactly("   | first", "   | second");
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}

package io.dendrite.scheduling.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dendrite.scheduling.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void writesTextThatASpreadsheetTakesForWhatItIs() {
        String table = Csv.of(
                List.of("name", "minutes"),
                List.of(
                        Arrays.asList("Ana \"A\", RN", 15),
                        Arrays.asList("=HYPERLINK(\"http://x\")", -15),
                        Arrays.asList("+1 503 555", null),
                        Arrays.asList("@x", "two\nlines")));

        assertThat(table).isEqualTo("""
                name,minutes\r
                "Ana ""A"", RN",15\r
                "'=HYPERLINK(""http://x"")",-15\r
                '+1 503 555,\r
                '@x,"two\nlines"\r
                """);
    }

    @Test
    void isAskedForByNameOrByType() {
        assertThat(Csv.isAskedFor("csv", null)).isTrue();
        assertThat(Csv.isAskedFor(null, "text/csv")).isTrue();
        assertThat(Csv.isAskedFor(null, "*/*")).isFalse();
        assertThat(Csv.isAskedFor("json", "text/csv")).isFalse();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Csv.isAskedFor("xls", null));
    }
}

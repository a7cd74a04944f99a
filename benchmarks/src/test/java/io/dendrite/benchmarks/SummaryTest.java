package io.dendrite.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryTest {

    @TempDir
    Path directory;

    @Test
    void saysTheShareOfTheLowestFloorOfAsManyClients() {
        Summary summary = new Summary(directory, Map.of());
        summary.floor(8, row("floor 1", 400));
        summary.floor(8, row("floor 2", 200));
        summary.floor(32, row("floor 1", 100));

        assertThat(summary.share(row("bookings", 50), 8)).isEqualTo("25 %");
        assertThat(summary.share(row("bookings", 50), 32)).isEqualTo("50 %");
        assertThat(summary.share(row("bookings", 50), 1)).isEmpty();
    }

    @Test
    void isOnDiskAfterEachStep() throws IOException {
        Summary summary = new Summary(directory, Map.of("seed", 1));

        summary.add(row("(a) bookings", 81).noting("with a remark"));

        assertThat(Files.readString(directory.resolve("summary.md")))
                .contains("| (a) bookings | 8 clients | 81 | 200: 81 | 81.0 |", "with a remark");
        JsonNode json = JsonMapper.builder().build().readTree(Files.readString(directory.resolve("summary.json")));
        assertThat(json.at("/about/seed").asInt()).isEqualTo(1);
        assertThat(json.at("/rows/0/perSecond").asDouble()).isEqualTo(81.0);
    }

    private static Measured row(String scenario, int perSecond) {
        return Measured.of(scenario, "8 clients", Collections.nCopies(perSecond, new Measured.Sample(200, 10)), 1);
    }
}

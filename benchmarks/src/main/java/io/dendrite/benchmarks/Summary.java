package io.dendrite.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was measured, and writes it anew after each step, so that an interrupted run leaves what it has. */
final class Summary {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;
    private final Map<String, Object> about;
    private final List<Measured> rows = new ArrayList<>();
    private final Map<Integer, Double> floors = new TreeMap<>();

    /** {@code about} says what was measured: machine, seed, versions. */
    Summary(Path directory, Map<String, Object> about) {
        this.directory = directory;
        this.about = about;
    }

    /** A step that is one of the floors of its number of clients. */
    void floor(int clients, Measured row) {
        floors.merge(clients, row.perSecond(), Math::min);
        add(row);
    }

    void add(Measured row) {
        rows.add(row);
        write();
    }

    /** What a step reached of the lowest floor with as many clients, such as {@code 52 %}; empty without floors. */
    String share(Measured row, int clients) {
        Double floor = floors.get(clients);
        return floor == null || floor == 0 ? "" : Math.round(100 * row.perSecond() / floor) + " %";
    }

    String markdown() {
        StringBuilder table =
                new StringBuilder("| scenario | parameter | requests | answers | a second | p50 ms | p95 ms |"
                        + " p99 ms | max ms | note |\n|---|---|--:|---|--:|--:|--:|--:|--:|---|\n");
        for (Measured row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %s |%n",
                    row.scenario(),
                    row.parameter(),
                    row.requests(),
                    row.statuses().entrySet().stream()
                            .map(status -> status.getKey() + ": " + status.getValue())
                            .collect(Collectors.joining(", ")),
                    row.perSecond(),
                    row.p50(),
                    row.p95(),
                    row.p99(),
                    row.max(),
                    row.note()));
        }
        return table.toString();
    }

    private void write() {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("summary.md"), markdown());
            Files.writeString(
                    directory.resolve("summary.json"),
                    JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(Map.of("about", about, "floors", floors, "rows", rows)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

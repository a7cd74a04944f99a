package io.dendrite.benchmarks.load;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs simulations, each in a Java process of its own: Gatling ends its process, and its garbage is not ours. */
public final class LoadProcess {

    private final Path directory;

    /** Reports go into the directory, one below it for each run. */
    public LoadProcess(Path directory) {
        this.directory = directory;
    }

    /**
     * Puts load on the gateway and says what came back within the window.
     *
     * @param name of the report's directory
     * @throws IllegalStateException if the process fails
     */
    public List<LoadAnswer> run(String name, Class<?> simulation, Plan plan) {
        try {
            Path results = Files.createDirectories(directory.resolve(name));
            Path given = results.resolve("plan.json");
            Path answers = results.resolve("answers.csv");
            Files.writeString(given, plan.json());
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx384m",
                            "--add-opens=java.base/java.lang=ALL-UNNAMED",
                            "-D" + Plan.FILE + "=" + given,
                            "-D" + Plan.ANSWERS + "=" + answers,
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.gatling.app.Gatling",
                            "--simulation",
                            simulation.getName(),
                            "--results-folder",
                            results.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(results.resolve("gatling.log").toFile())
                    .start();
            int code = process.waitFor();
            // The token in the plan is good for an hour.
            Files.delete(given);
            if (!Files.exists(answers)) {
                throw new IllegalStateException(
                        "Gatling ended with " + code + ": see " + results + File.separator + "gatling.log");
            }
            long from = plan.warmUp() * 1000L;
            long until = from + plan.seconds() * 1000L;
            return Answers.read(answers).stream()
                    .filter(line -> line.at() >= from && line.at() < until)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

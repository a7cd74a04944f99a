package io.dendrite.localstack.cli;

import io.dendrite.localstack.TestJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command as the script runs it: the built jar in a JVM of its own. */
final class DendriteProcess {

    private final Process process;
    private final Path output;

    /** Starts {@code ./dendrite <arguments>} with the directory it is to keep things in. */
    DendriteProcess(Path directory, Path output, String... arguments) {
        this.output = output;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Ddendrite.root=" + TestJvm.root(),
                "-jar",
                TestJvm.root().resolve("local-stack/target/local-stack.jar").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--dir", directory.toString()));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return process;
    }

    /** Everything it has printed so far. */
    String shown() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end and answers its exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("it did not end; it said " + shown());
        }
        return process.exitValue();
    }
}

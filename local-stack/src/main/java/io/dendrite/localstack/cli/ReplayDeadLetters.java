package io.dendrite.localstack.cli;

import io.dendrite.localstack.stack.StackDirectory;
import io.dendrite.localstack.stack.StackFailure;
import io.dendrite.localstack.stack.StackState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code replay-dead-letters}: puts events back that could not be read, once what was wrong is mended. */
@Command(
        name = "replay-dead-letters",
        description = "Puts the events back onto their topic that the notification service has set aside.")
final class ReplayDeadLetters implements Callable<Integer> {

    @Mixin
    final Help help = new Help();

    @Mixin
    private final Where where = new Where();

    @Option(names = "--dry-run", description = "Only counts them.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException, InterruptedException {
        StackState state = Running.state(where);
        StackDirectory directory = where.directory();
        Path jar = where.root().resolve("notification-service/target/notification-service.jar");
        if (!jar.toFile().isFile()) {
            throw new StackFailure(jar + " is missing: build it with mvn package.");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "replay-dead-letters"));
        if (dryRun) {
            command.add("--dry-run");
        }
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment()
                .putAll(Map.of(
                        "SPRING_MONGODB_URI", state.mongodb(),
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", state.kafka(),
                        "DENDRITE_ENCRYPTION_MASTERKEYFILE",
                                directory.masterKey().toString(),
                        "LOGGING_LEVEL_ROOT", "WARN"));
        return process.start().waitFor();
    }
}

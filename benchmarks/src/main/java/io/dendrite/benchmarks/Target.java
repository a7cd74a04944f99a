package io.dendrite.benchmarks;

import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.stack.LocalStack;
import io.dendrite.localstack.stack.Progress;
import io.dendrite.localstack.stack.StackDirectory;
import io.dendrite.localstack.stack.StackOptions;
import io.dendrite.localstack.stack.StackPorts;
import io.dendrite.localstack.token.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The installation that is measured: a local stack of this process, or one that is there already. */
final class Target implements AutoCloseable {

    private final URI gateway;
    private final Supplier<String> frontDeskToken;
    private final Supplier<String> managerToken;
    private final @Nullable String mongodb;
    private final @Nullable String kafka;
    private final @Nullable LocalStack stack;

    private Target(
            URI gateway,
            Supplier<String> frontDeskToken,
            Supplier<String> managerToken,
            @Nullable String mongodb,
            @Nullable String kafka,
            @Nullable LocalStack stack) {
        this.gateway = gateway;
        this.frontDeskToken = frontDeskToken;
        this.managerToken = managerToken;
        this.mongodb = mongodb;
        this.kafka = kafka;
        this.stack = stack;
    }

    /**
     * One that is there already. Its limits per user and client must be off or high, or they are what is measured.
     *
     * @param frontDeskToken good for longer than the run
     * @param managerToken the same
     * @param mongodb null leaves out what needs it
     * @param kafka null leaves out what needs it
     */
    static Target given(
            URI gateway, String frontDeskToken, String managerToken, @Nullable String mongodb, @Nullable String kafka) {
        return new Target(gateway, () -> frontDeskToken, () -> managerToken, mongodb, kafka, null);
    }

    /** A new local stack with so many scheduling instances, on free ports, with empty data and no limits. */
    static Target started(Path root, Path directory, int instances) {
        new StackDirectory(directory).delete();
        LocalStack stack = new LocalStack(StackOptions.of(root, directory, StackPorts.free(instances))
                .withEnvironment(Map.of(
                        "DENDRITE_GATEWAY_QUOTA_ENABLED", "false",
                        "DENDRITE_RELAY_PERSECOND", "500")));
        stack.start(Progress.SILENT);
        Tokens tokens = Tokens.of(stack);
        return new Target(
                stack.gateway(),
                tokens.frontDesk(),
                tokens.manager(),
                stack.mongo().map(mongo -> mongo.connectionString()).orElse(null),
                stack.kafka().map(kafka -> kafka.bootstrapServers()).orElse(null),
                stack);
    }

    URI gateway() {
        return gateway;
    }

    String token() {
        return frontDeskToken.get();
    }

    ClinicClient frontDesk() {
        return new ClinicClient(gateway, frontDeskToken);
    }

    ClinicClient manager() {
        return new ClinicClient(gateway, managerToken);
    }

    /** The connection string without a database. */
    @Nullable
    String mongodb() {
        return mongodb;
    }

    @Nullable
    String kafka() {
        return kafka;
    }

    /** Ids of the processes that it runs in, as far as they are on this machine and known: none of a given one. */
    Map<String, Long> processes() {
        Map<String, Long> processes = new HashMap<>();
        if (stack != null) {
            stack.services()
                    .forEach(service ->
                            processes.put(service.name(), service.process().pid()));
            processes.put("servers", ProcessHandle.current().pid());
        }
        return processes;
    }

    /** Whether this process started it and may start it again otherwise. */
    boolean isLocal() {
        return stack != null;
    }

    @Override
    public void close() {
        if (stack != null) {
            stack.close();
        }
    }
}

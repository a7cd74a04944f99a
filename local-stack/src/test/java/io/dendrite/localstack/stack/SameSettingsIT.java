package io.dendrite.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.TestJvm;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** A service cannot tell whether Docker runs it or the local stack: it is given the same settings. */
class SameSettingsIT {

    /** What only the local stack sets, and why, is in docs/local-stack.md. */
    private static final Set<String> ONLY_HERE = Set.of(
            "SERVER_ADDRESS",
            "SPRING_KAFKA_CONSUMER_PROPERTIES_SESSION_TIMEOUT_MS",
            "DENDRITE_GATEWAY_OPENDOCUMENTATION",
            "DENDRITE_SCHEDULING_CLIENTSECRETFILE",
            "DENDRITE_ENCRYPTION_MASTERKEYFILE");

    /**
     * Logs and spans go to collectors there. Inside a network of containers the issuer has another address than outside; a key comes as a variable; and the
     * gateway listens beyond loopback, in a network whose one open port is published to the host only.
     */
    private static final Set<String> ONLY_IN_DOCKER = Set.of(
            "DENDRITE_JWK_SET_URI",
            "DENDRITE_ENCRYPTION_MASTERKEY",
            "DENDRITE_GATEWAY_PLAINHTTP",
            "DENDRITE_SCHEDULING_CLIENTSECRET",
            "LOGGING_STRUCTURED_FORMAT_CONSOLE",
            "MANAGEMENT_TRACING_EXPORT_OTLP_ENABLED",
            "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "scheduling-service", "notification-service"})
    void theStackSetsWhatDockerComposeSets(String service) throws IOException {
        Set<String> here = new HashSet<>();
        try (LocalStack stack = new LocalStack(StackOptions.of(TestJvm.root(), directory, StackPorts.free(1)))) {
            here.addAll(stack.service(service).process().environment().keySet());
        }
        here.removeAll(ONLY_HERE);

        Set<Object> there = new HashSet<>(inDockerCompose(service));
        there.removeAll(ONLY_IN_DOCKER);
        assertThat(here).isEqualTo(there);
    }

    private static Set<?> inDockerCompose(String service) throws IOException {
        try (Reader file = Files.newBufferedReader(TestJvm.root().resolve("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Map<String, ?>>>> compose = new Yaml().load(file);
            return compose.get("services").get(service).get("environment").keySet();
        }
    }
}
